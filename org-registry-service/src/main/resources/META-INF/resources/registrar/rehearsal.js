// What a reorganisation would do: who ends and begins, what each has before and after, whose term ends, who moves.
import { get } from '/page/api.js';
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { codeName } from './names.js';

const KINDS = ['members', 'registrations', 'transfers', 'organizations', 'posts', 'units', 'buildings', 'sites', 'bookings', 'brands', 'demonstrationPoints'];
const MOST_POSTS = 50;
const MOST_NAMED = 1000;

export async function rehearsal(rehearsed) {
  const ending = rehearsed.organizations.filter((one) => one.ends);
  const terms = await Promise.all(ending.map(async (one) =>
    (await get('posts', { organizationId: one.organizationId, limit: MOST_POSTS })).items.filter((seat) => seat.appointmentId)));
  return [
    h('p', {}, say('nothingChangedYet'), ' ', say('wouldBeFrom', rehearsed.effectiveOn)),
    h('h4', {}, say('organizationsTouched')),
    h('ul', { class: 'rows', 'data-part': 'organizations' }, rehearsed.organizations.map(organizationRow)),
    h('h4', {}, say('figuresTouched')), totals(rehearsed),
    h('h4', {}, say('termsTouched')), ended(ending, terms),
    h('h4', {}, say('membersTouched')), moves(rehearsed),
  ];
}

/** Of what there is any, before or after. */
const kindsOf = (before, after) => KINDS.filter((kind) => before[kind] || after[kind]);

function organizationRow(one) {
  const tag = one.ends ? h('span', { class: 'tag bad' }, say('ends')) : one.begins && h('span', { class: 'tag good' }, say('begins'));
  const counts = kindsOf(one.before, one.after).map((kind) => h('li', {},
    say(`of-${kind}`), ' ', h('span', { class: 'change' }, one.before[kind] ?? 0, ' → ', h('strong', {}, one.after[kind] ?? 0))));
  return h('li', { 'data-organization': one.organizationId }, h('span', { class: 'main' }, one.name, ' ', tag || ''), h('span', { class: 'small' }, one.code),
    counts.length ? h('ul', { class: 'counts' }, counts) : h('span', { class: 'small' }, say('hasNothing')));
}

function totals({ totalBefore, totalAfter }) {
  const kinds = kindsOf(totalBefore, totalAfter);
  if (!kinds.length) return h('p', { class: 'small' }, say('none'));
  return h('table', { 'data-part': 'totals' },
    h('thead', {}, h('tr', {}, ['figure', 'before', 'after'].map((head) => h('th', { scope: 'col' }, say(head))))),
    h('tbody', {}, kinds.map((kind) => h('tr', {}, h('th', { scope: 'row' }, say(`of-${kind}`)),
      h('td', {}, totalBefore[kind] ?? 0), h('td', {}, totalAfter[kind] ?? 0)))));
}

function ended(ending, terms) {
  const rows = ending.flatMap((one, i) => terms[i].map((seat) => h('li', {},
    h('span', { class: 'main' }, `${one.name} · ${codeName('post-kind', seat.kind)}`),
    h('span', { class: 'small' }, [say('heldSince', seat.filledOn), seat.termEndsOn && say('termEnds', seat.termEndsOn)].filter(Boolean).join(' · ')))));
  return rows.length ? h('ul', { class: 'rows', 'data-part': 'terms' }, rows) : h('p', { class: 'small' }, say('noTermEnds'));
}

function moves({ members, organizations }) {
  if (!members.length) return h('p', { class: 'small' }, say('nobodyMoves'));
  const name = (id) => organizations.find((one) => one.organizationId === id)?.name ?? id;
  const ways = new Map();
  for (const { memberId, from, to } of members) {
    const way = `${from} ${to}`;
    ways.set(way, [...(ways.get(way) ?? []), memberId]);
  }
  return h('div', { 'data-part': 'members' },
    members.length >= MOST_NAMED && h('p', { class: 'small' }, say('onlyFirst', MOST_NAMED)),
    h('ul', { class: 'rows' }, [...ways].map(([way, ids]) => {
      const [from, to] = way.split(' ');
      return h('li', {}, h('details', {}, h('summary', {}, say('movesFromTo', ids.length, name(from), name(to))),
        h('ul', { class: 'ids' }, ids.map((id) => h('li', {}, h('code', {}, id))))));
    })));
}
