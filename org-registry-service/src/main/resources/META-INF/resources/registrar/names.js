// What areas, rules and the like are called, beside organisations and codes.
import { get } from '/page/api.js';
import { forgetOrganizations, inWords, loadCodes } from '/page/names.js';

export { codeName, organizationsOf, remember } from '/page/names.js';

const LISTS = ['organization-type', 'sector', 'establishment-mode', 'post-kind', 'unit-kind', 'area-level'];
const others = new Map();
let areas;
let rules;

export const loadOwnCodes = () => loadCodes(LISTS);

/** All areas by their code, read once. */
export function allAreas() {
  areas ??= readAreas().catch((error) => { areas = undefined; throw error; });
  return areas;
}

async function readAreas() {
  const read = new Map();
  let cursor;
  do {
    const page = await get('areas', { limit: 500, cursor });
    page.items.forEach((area) => read.set(area.code, area));
    cursor = page.nextCursor;
  } while (cursor);
  return read;
}

export const areaName = (area) => inWords(area, 'name', 'nameEn');

export async function areaNameOf(code) {
  const area = (await allAreas()).get(code);
  return area ? areaName(area) : code;
}

/** From a rule's code to the rule. */
export async function allRules() {
  rules ??= get('quality/rules').then((page) => new Map(page.items.map((rule) => [rule.code, rule])));
  return rules;
}

export const ruleTitle = (rule) => inWords(rule, 'title', 'titleEn');

/** A unit, building or post, read once. */
export function one(path) {
  if (!others.has(path)) others.set(path, get(path).catch(() => { others.delete(path); return {}; }));
  return others.get(path);
}

export function forget() {
  forgetOrganizations();
  others.clear();
}
