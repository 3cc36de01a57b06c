// What ids and codes are called. Many are asked for in one request and remembered.
import { get } from './api.js';
import { currentLanguage } from './words.js';

const AT_ONCE = 50;
const LISTS = ['organization-type', 'sector', 'establishment-mode', 'post-kind', 'unit-kind', 'area-level'];
const codes = new Map();
const organizations = new Map();
const others = new Map();
let areas;
let rules;

const inWords = (item, zh, en) => (currentLanguage() === 'en' && item[en]) || item[zh];

export async function loadCodes() {
  await Promise.all(LISTS.map(async (list) => {
    for (const item of (await get(`codes/${list}`)).items) codes.set(`${list} ${item.code}`, item);
  }));
}

export function codeName(list, code) {
  const item = codes.get(`${list} ${code}`);
  return item ? inWords(item, 'zh', 'en') : code;
}

/** From ids to organisations; those that are not there are left out. */
export async function organizationsOf(ids) {
  const missing = [...new Set(ids)].filter((id) => id && !organizations.has(id));
  for (let i = 0; i < missing.length; i += AT_ONCE) {
    const page = await get('organizations', { id: missing.slice(i, i + AT_ONCE), limit: AT_ONCE });
    page.items.forEach(remember);
  }
  return organizations;
}

export const remember = (organization) => organizations.set(organization.id, organization);

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
  organizations.clear();
  others.clear();
}
