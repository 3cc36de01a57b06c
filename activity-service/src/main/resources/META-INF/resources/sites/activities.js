// What one's organisations plan, what they have held, and where they fall behind.
import { address } from '/page/address.js';
import { get } from '/page/api.js';
import { h } from '/page/dom.js';
import { paged } from '/page/lists.js';
import { codeName, organizationsOf } from '/page/names.js';
import { say } from '/page/words.js';
import { dayInWords, plusDays, spanInWords, today } from './clock.js';
import { siteName, sitesOf } from './places.js';

const PAGE = 20;
const LOOKS_BACK = 92;
const TOOK_PLACE = new Set(['HELD', 'MINUTED']);
const QUARTERS = 4;

export function activities(asked, session, again) {
  const since = plusDays(today(), -LOOKS_BACK);
  const year = today().slice(0, 4);
  const periods = [year, ...Array.from({ length: QUARTERS }, (_, i) => `${year}-Q${i + 1}`), String(year - 1)];
  const chosen = periods.includes(asked.period) ? asked.period : year;
  return h('div', {},
    h('div', { class: 'heading' }, h('h1', { tabindex: -1 }, say('activities'))),
    h('div', { class: 'sides' },
      panel('coming', list({ state: 'PLANNED', from: today() }, () => true)),
      panel('heldLately', list({ from: since, until: today() }, ({ state }) => TOOK_PLACE.has(state)))),
    h('section', { class: 'panel behind', 'data-list': 'behind' }, h('h2', { tabindex: -1 }, say('behind')),
      h('div', { class: 'filters alone' }, h('label', {}, say('period'), h('select', { id: 'period', onchange: (event) => again(address('activities', { period: event.target.value })) },
        periods.map((one) => h('option', { value: one, selected: one === chosen }, one))))),
      paged((cursor) => get('cadence', { period: chosen, behind: true, limit: PAGE, cursor }), behind, say('nobodyBehind'))));
}

const panel = (name, content) => h('section', { class: 'panel', 'data-list': name }, h('h2', { tabindex: -1 }, say(name)), content);

const list = (asked, wanted) => paged((cursor) => get('activities', { ...asked, limit: PAGE, cursor }), async (all) => {
  const shown = all.filter(wanted);
  const [names] = await Promise.all([organizationsOf(shown.map((one) => one.organizationId)), sitesOf(shown)]);
  return shown.map((one) => line(one, names));
}, say('noActivity'));

const line = (one, names) => h('li', { 'data-activity': one.id },
  h('span', { class: 'main' }, h('a', { href: `#/activities/${one.id}` }, one.title ?? codeName('activity-kind', one.kind)),
    h('span', { class: 'tag' }, say(`activity-${one.state}`))),
  h('span', {}, one.startsAt ? spanInWords(one.startsAt, one.endsAt) : dayInWords(one.heldOn)),
  h('span', { class: 'small' }, [names.get(one.organizationId)?.name, codeName('activity-kind', one.kind),
    one.siteId ? siteName(one.siteId) : one.place, one.heldOn && say('attended', one.attendances),
    one.signUp && say('signedUp', one.signUp.taken, one.signUp.limit)].filter(Boolean).join(' · ')));

async function behind(organizations) {
  const names = await organizationsOf(organizations.map((one) => one.organizationId));
  return organizations.map((one) => h('li', { 'data-organization': one.organizationId },
    h('span', { class: 'main' }, names.get(one.organizationId)?.name ?? say('someOrganization'), h('span', { class: 'tag bad' }, say('missing', one.missing))),
    h('span', { class: 'small' }, one.rules.filter((rule) => rule.missing).map((rule) =>
      say('kept', codeName('activity-kind', rule.kind), rule.held, rule.required)).join(' · '))));
}
