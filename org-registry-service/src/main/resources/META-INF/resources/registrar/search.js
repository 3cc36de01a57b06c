// Finds organisations by their name as one types, or by their code.
import { get } from '/page/api.js';
import { element, h } from '/page/dom.js';
import { paged, row } from '/page/lists.js';
import { say } from '/page/words.js';
import { areaNameOf, codeName, remember } from './names.js';
import { organizationLink } from './rows.js';

const PAGE = 20;
const SHORTEST = 2;
const PAUSE = 250;
const CODE = /^[A-Za-z0-9-]+$/;
let waiting;

async function find(q, cursor) {
  const byCode = CODE.test(q) && !cursor ? get('organizations', { code: q.toUpperCase(), limit: 1 }) : { items: [] };
  const [code, name] = await Promise.all([byCode, get('organizations', { q, limit: PAGE, cursor })]);
  const codes = new Set(code.items.map((found) => found.id));
  return { items: [...code.items, ...name.items.filter((found) => !codes.has(found.id))], nextCursor: name.nextCursor };
}

const found = (organizations) => Promise.all(organizations.map(async (organization) => {
  remember(organization);
  const state = organization.state === 'ACTIVE' ? '' : ` · ${say(organization.state)}`;
  return row(organizationLink(organization),
    `${organization.code} · ${codeName('organization-type', organization.type)} · ${await areaNameOf(organization.areaCode)}${state}`);
}));

function show() {
  clearTimeout(waiting);
  const q = element('q').value.trim();
  element('found').hidden = q.length < SHORTEST;
  element('trees').hidden = q.length >= SHORTEST;
  if (q.length >= SHORTEST) {
    element('found').replaceChildren(h('h2', {}, say('found')), paged((cursor) => find(q, cursor), found, say('nothingFound', q)));
  }
}

export function search() {
  element('search').addEventListener('submit', (event) => { event.preventDefault(); show(); });
  element('q').addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(show, PAUSE); });
  element('q').addEventListener('keydown', (event) => { if (event.key === 'Escape') { element('q').value = ''; show(); } });
}

export const searchAgain = show;
