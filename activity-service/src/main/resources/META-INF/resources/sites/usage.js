// How much one's sites are used in a period, and what a visit costs.
import { address } from '/page/address.js';
import { get } from '/page/api.js';
import { h } from '/page/dom.js';
import { paged } from '/page/lists.js';
import { say } from '/page/words.js';
import { today } from './clock.js';
import { count, hours, money, percent } from './numbers.js';
import { figureRow, figures } from './table.js';

const PAGE = 50;
const COLUMNS = ['site', 'bookings', 'bookedHours', 'occupancy', 'noShows', 'attendances', 'cost', 'costPerAttendance'];

/** From the first day of this month until today, if nothing else is asked for. */
const period = (asked) => ({ from: asked.from ?? `${today().slice(0, 8)}01`, until: asked.until ?? today() });

export function usage(asked, session, again) {
  const { from, until } = period(asked);
  const ask = (change) => again(address('usage', { ...asked, ...change }));
  const date = (name, value) => h('label', {}, say(`day-${name}`), h('input', { type: 'date', id: `usage-${name}`, value, required: true,
    onchange: (event) => { if (event.target.value) ask({ [name]: event.target.value }); } }));
  return h('div', {},
    h('div', { class: 'heading' }, h('h1', { tabindex: -1 }, say('usage'))),
    h('p', { class: 'quiet' }, say('usageText')),
    h('div', { class: 'filters alone' }, date('from', from), date('until', until),
      h('label', {}, say('areaCode'), h('input', { id: 'usage-area', inputmode: 'numeric', maxlength: 12, value: asked.areaCode ?? '',
        onchange: (event) => ask({ areaCode: event.target.value.trim() }) }))),
    h('section', { class: 'panel', 'data-list': 'usage' }, paged(
      (cursor) => get('sites/usage', { from, until, areaCode: asked.areaCode, limit: PAGE, cursor }),
      (sites) => sites.map(line), say('noSiteOfOnesOwn'), () => figures(say('usage'), COLUMNS))));
}

const line = (site) => figureRow(h('a', { href: `#/calendar/${site.siteId}` }, site.name), {
  bookings: count(site.bookings),
  bookedHours: hours(site.bookedHours),
  occupancy: percent(site.occupancy),
  noShows: count(site.noShows),
  attendances: count(site.attendances),
  cost: money(site.cost),
  costPerAttendance: money(site.costPerAttendance),
}, { 'data-site': site.siteId });
