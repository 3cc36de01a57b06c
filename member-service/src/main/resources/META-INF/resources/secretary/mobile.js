// Members who are away, and those of others who are here.
import { address } from '/page/address.js';
import { get } from '/page/api.js';
import { button, h } from '/page/dom.js';
import { paged } from '/page/lists.js';
import { organizationsOf } from '/page/names.js';
import { say } from '/page/words.js';
import { absenceRow } from './absence-row.js';
import { hostingRow } from './hosting-row.js';
import { host, reportAbsence } from './new-absence.js';
import { mayAct } from './rights.js';

const PAGE = 20;

/** What each list of members who are away asks for; whom to call first comes first. */
const LISTS = {
  away: () => ({ order: 'contact' }),
  overdue: () => ({ order: 'contact', overdue: true }),
  contact: ({ by }) => ({ order: 'contact', contactBy: by }),
  pending: () => ({ pending: true }),
  unmatched: () => ({ order: 'contact', asked: true }),
  transferDue: () => ({ transferDue: true }),
};
const AT_HOST = new Set(['asked', 'hosted']);

export function mobile(asked, session, again) {
  const list = asked.list in LISTS && (asked.list !== 'contact' || asked.by) ? asked.list : 'away';
  const offered = Object.keys(LISTS).filter((name) => name !== 'contact' || asked.by);
  const sides = [home(LISTS[list](asked), list, session), ...hosts(session)];
  // what one comes for stands first
  if (AT_HOST.has(asked.list)) sides.push(sides.shift());
  return h('div', {},
    h('div', { class: 'heading' }, h('h1', { tabindex: -1 }, say('mobile')), mayAct(session) && h('span', { class: 'actions' },
      button(say('reportAbsence'), () => reportAbsence(() => again()), { 'data-action': 'reportAbsence' }),
      button(say('host'), () => host(() => again(), session), { 'data-action': 'host' }))),
    h('div', { class: 'filters alone' }, h('label', {}, say('showAway'),
      h('select', { id: 'list', onchange: (event) => again(address('mobile', { ...asked, list: event.target.value })) },
        offered.map((name) => h('option', { value: name, selected: name === list }, say(`away-${name}`)))))),
    h('div', { class: 'sides' }, sides));
}

const panel = (name, list) => h('section', { class: 'panel', 'data-side': name }, h('h2', { tabindex: -1 }, say(`side-${name}`)), list);

async function absences(all, end, session) {
  await organizationsOf(all.flatMap((one) => [one.homeId, one.hostId]));
  return Promise.all(all.map((one) => absenceRow(one, end, session)));
}

const home = (wanted, list, session) => panel('home', paged(
  (cursor) => get('absences', { end: 'home', ...wanted, limit: PAGE, cursor }),
  (all) => absences(all, 'home', session), say(`none-${list}`)));

const hosts = (session) => [
  panel('asked', paged((cursor) => get('absences', { end: 'host', asked: true, limit: PAGE, cursor }),
    (all) => absences(all, 'host', session), say('none-asked'))),
  panel('hosted', paged((cursor) => get('mobile-registrations', { limit: PAGE, cursor }), async (all) => {
    await organizationsOf(all.flatMap((one) => [one.hostId, one.homeId]));
    return Promise.all(all.map((one) => hostingRow(one, session)));
  }, say('none-hosted'))),
];
