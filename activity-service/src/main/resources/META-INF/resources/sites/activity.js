// One activity: who came, what it cost, and what an attendance cost.
import { get } from '/page/api.js';
import { h } from '/page/dom.js';
import { fill, paged } from '/page/lists.js';
import { codeName, organizationsOf } from '/page/names.js';
import { say } from '/page/words.js';
import { dateInFull, spanInWords, wall } from './clock.js';
import { money } from './numbers.js';
import { siteName, sitesOf } from './places.js';

const PAGE = 50;
const ALL_COSTS = 500;

export function activity(id, session) {
  const place = h('div');
  fill(place, async () => {
    const one = await get(`activities/${id}`);
    const [names, costs] = await Promise.all([
      organizationsOf([one.organizationId, ...(one.jointlyWith ?? [])]), get('costs', { activityId: id, limit: ALL_COSTS }), sitesOf([one])]);
    return drawn(one, names, costs.items.filter((cost) => !cost.revokedOn), session);
  }).then(() => place.querySelector('h1')?.focus({ preventScroll: true }));
  return place;
}

function drawn(one, names, costs, session) {
  const total = costs.reduce((sum, cost) => sum + cost.amount, 0);
  const fact = (name, text) => text && [h('dt', {}, say(name)), h('dd', {}, text)];
  const facts = [
    ['when', one.startsAt ? spanInWords(one.startsAt, one.endsAt) : dateInFull(one.heldOn)],
    ['where', one.siteId ? siteName(one.siteId) : one.place],
    ['organization', [one.organizationId, ...(one.jointlyWith ?? [])].map((id) => names.get(id)?.name ?? say('someOrganization')).join(' · ')],
    ['kind', codeName('activity-kind', one.kind)],
    ['attendances', String(one.attendances)],
    ['cost', costs.length && money(total)],
    ['costPerAttendance', costs.length && one.attendances && money(total / one.attendances)],
  ];
  return [
    h('p', { class: 'crumb' }, h('a', { href: '#/activities' }, say('backToActivities'))),
    h('div', { class: 'heading' }, h('h1', { tabindex: -1 }, one.title ?? codeName('activity-kind', one.kind))),
    h('section', { class: 'panel', 'data-section': 'activity' }, h('dl', {}, facts.map(([name, text]) => h('div', {}, fact(name, text))).filter((pair) => pair.hasChildNodes())),
      one.agenda?.length > 0 && [h('h2', {}, say('agenda')), h('ol', {}, one.agenda.map((point) => h('li', {}, point)))]),
    h('section', { class: 'panel', 'data-section': 'attendances' }, h('h2', { tabindex: -1 }, say('attendanceList')), attendances(one.id, session)),
  ];
}

/** Names are the member service's: each row leads to the card on the secretary's page, where there is one. */
const attendances = (activityId, session) => paged((cursor) => get('attendances', { activityId, limit: PAGE, cursor }), async (all) => {
  const names = await organizationsOf(all.map((one) => one.homeId));
  return all.map((one) => h('li', { 'data-attendance': one.id },
    h('span', { class: 'main' }, who(one, session), one.hosted && h('span', { class: 'tag' }, say('hosted'))),
    h('span', { class: 'small' }, [names.get(one.homeId)?.name, one.cameBy && say(`came-${one.cameBy}`), one.scannedAt && wall(one.scannedAt).time].filter(Boolean).join(' · '))));
}, say('nobodyCame'));

function who({ memberId, registrationId }, session) {
  if (!memberId) return say('hostedPerson', registrationId.slice(0, 8));
  const name = say('memberOf', memberId.slice(-8));
  return session.pages.secretary ? h('a', { href: `${session.pages.secretary}#/roster/${memberId}` }, name) : name;
}
