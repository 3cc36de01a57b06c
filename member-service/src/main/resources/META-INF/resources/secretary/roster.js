// The roster on a day: filtered, paged, as a file, and out of a file.
import { address } from '/page/address.js';
import { get } from '/page/api.js';
import { day } from '/page/confirm.js';
import { button, h } from '/page/dom.js';
import { fill, paged } from '/page/lists.js';
import { codeName, organizationsOf } from '/page/names.js';
import { chooseOrganization } from '/page/organization-picker.js';
import { say } from '/page/words.js';
import { cardOf } from './card.js';
import { importRoster } from './import-roster.js';
import { findMembers } from './member-picker.js';
import { mayAct } from './rights.js';

const PAGE = 50;
const COLUMNS = ['name', 'idNumber', 'status', 'organization', 'joinedOn', 'phone'];

/** What the list and the file are asked for; below a chosen organisation is included unless it is said not to be. */
const filter = ({ organizationId, alone, asOf, status }) =>
  ({ organizationId, includeSubtree: organizationId && !alone ? true : undefined, asOf, status });

export function roster(asked, session, again) {
  const ask = (change) => again(address('roster', { ...asked, who: undefined, ...change }));
  return h('div', {},
    h('div', { class: 'heading' }, h('h1', { tabindex: -1 }, say('roster')), h('span', { class: 'actions' },
      h('a', { class: 'button plain', href: file(asked), download: '' }, say('exportFile')),
      mayAct(session) && button(say('importFile'), () => importRoster(again), { 'data-action': 'import' }))),
    h('section', { class: 'panel' }, filters(asked, session, ask), search(asked, again)),
    h('section', { class: 'panel', 'data-list': 'roster' }, asked.who ? found() : list(asked)));
}

const file = (asked) => {
  const query = new URLSearchParams({ format: 'xlsx' });
  for (const [name, value] of Object.entries(filter(asked))) if (value) query.set(name, value);
  return `/api/v1/members/export?${query}`;
};

function filters(asked, session, ask) {
  const organization = asked.organizationId ?? session.organizationId;
  const name = h('span');
  fill(name, async () => {
    const known = (await organizationsOf([organization])).get(organization);
    return known?.name ?? say('allOwn');
  });
  const choose = h('button', { type: 'button', id: 'choose-organization', onclick: () =>
    chooseOrganization((one) => ask({ organizationId: one?.id })) }, name);
  const states = [['', 'everyStatus'], ['FULL'], ['PROBATIONARY']];
  return h('div', { class: 'filters' },
    h('label', { for: 'choose-organization' }, say('organization'), choose),
    asked.organizationId && h('label', { class: 'check' },
      h('input', { type: 'checkbox', id: 'subtree', checked: !asked.alone, onchange: (e) => ask({ alone: e.target.checked ? undefined : 1 }) }), say('withBelow')),
    h('label', {}, say('asOf'), h('input', { type: 'date', id: 'as-of', value: asked.asOf ?? day(), max: day(),
      onchange: (e) => ask({ asOf: e.target.value === day() ? undefined : e.target.value }) })),
    h('label', {}, say('status'), h('select', { id: 'status', onchange: (e) => ask({ status: e.target.value }) },
      states.map(([value, words]) => h('option', { value, selected: value === (asked.status ?? '') },
        words ? say(words) : codeName('membership-status', value))))));
}

/** Whom one looks for is never part of an address, which are kept; so it lives as long as the page is shown. */
let wanted = '';

function search(asked, again) {
  const input = h('input', { type: 'search', id: 'who-search', autocomplete: 'off', maxlength: 60, value: asked.who ? wanted : '' });
  return h('form', { class: 'filters', role: 'search', onsubmit: (event) => {
    event.preventDefault();
    wanted = input.value.trim();
    again(address('roster', { ...asked, who: wanted ? 1 : undefined }));
  } },
  h('label', { class: 'grow' }, say('findMember'), input), h('button', {}, say('find')),
  asked.who && h('a', { class: 'button plain', href: address('roster', { ...asked, who: undefined }) }, say('wholeRoster')));
}

const found = () => paged(async () => ({ items: wanted ? await findMembers(wanted) : [], nextCursor: null }), lines, say('nobodyNamed', wanted), table);

const list = (asked) => paged((cursor) => get('members', { ...filter(asked), limit: PAGE, cursor }), lines, say('emptyRoster'), table);

function table() {
  const into = h('tbody', { role: 'rowgroup' });
  return { into, whole: h('table', { class: 'roster', role: 'table', 'aria-label': say('roster') },
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, COLUMNS.map((name) => h('th', { role: 'columnheader', scope: 'col' }, say(name))))), into) };
}

async function lines(members) {
  const organizations = await organizationsOf(members.map((member) => member.organizationId));
  const cell = (name, ...content) => h('td', { role: 'cell', 'data-label': say(name) }, ...content);
  return members.map((member) => h('tr', { role: 'row', 'data-member': member.id },
    h('th', { role: 'rowheader', scope: 'row' }, h('a', { href: cardOf(member.id) }, member.name ?? say('erased'))),
    cell('idNumber', member.idNumber ?? ''),
    cell('status', codeName('membership-status', member.status), member.suspendedOn && h('span', { class: 'tag bad' }, say('suspended'))),
    cell('organization', organizations.get(member.organizationId)?.name ?? ''),
    cell('joinedOn', member.joinedOn),
    cell('phone', member.phone ?? '')));
}
