// What is missing, place by place, so that somebody can act on it.
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { areasAsked, belowAsked } from './figures.js';
import { byName, placeName } from './names.js';
import { number } from './numbers.js';
import { isLine, placeAddress } from './question.js';
import { downloads } from './sheet.js';

const SHOWN = 6;
const value = (figures, indicator) => figures.get(indicator)?.value ?? 0;

const communityOrganizations = (figures) => value(figures, 'organizations.community') + value(figures, 'organizations.communityBranches');

/** Each kind of gap: how much is missing at a place, out of how much; and whether it can be told by line too. */
const KINDS = {
  withoutOrganization: { missing: (figures) => (value(figures, 'organizations.community') === 0 ? value(figures, 'areas.communities') : 0) },
  withoutSecretary: {
    byLine: true, missing: (figures) => communityOrganizations(figures) - value(figures, 'posts.secretaries'),
    part: (figures) => value(figures, 'posts.secretaries'), whole: communityOrganizations,
  },
  withoutWorker: {
    byLine: true, missing: (figures) => (value(figures, 'organizations.community') > 0 && value(figures, 'posts.fullTimeWorkers') === 0 ? 1 : 0) },
  uncoveredBuildings: {
    missing: (figures) => value(figures, 'buildings.total') - value(figures, 'buildings.covered'),
    part: (figures) => value(figures, 'buildings.covered'), whole: (figures) => value(figures, 'buildings.total'),
  },
};

export const OF_GAPS = ['areas.communities', 'organizations.community', 'organizations.communityBranches', 'posts.secretaries', 'posts.fullTimeWorkers', 'buildings.total', 'buildings.covered'];

/** Places that lack something: communities where there are any, else what is below in the line. */
export const gapsAsked = ({ question, place }) => (isLine(question)
  ? belowAsked(question, place, question.day, OF_GAPS) : areasAsked(question, question.day, 'community', OF_GAPS));

function found(rows, { missing }) {
  return rows.map((row) => ({ row, figures: byName(row.values) }))
    .map(({ row, figures }) => ({ row, figures, missing: missing(figures) }))
    .filter((gap) => gap.missing > 0)
    .sort((a, b) => b.missing - a.missing);
}

export function gaps(rows, asked) {
  if (!rows.length) return h('p', { class: 'small' }, say('nothingBelow'));
  const registry = asked.session.pages.registrar;
  const kinds = Object.entries(KINDS).filter(([, { byLine }]) => byLine || !isLine(asked.question));
  return [
    h('p', { class: 'quiet' }, say('gapsText')),
    h('div', { class: 'lists' }, kinds.map(([kind, how]) => list(kind, how, found(rows, how), asked))),
    h('p', { class: 'actions' },
      registry && h('a', { class: 'button plain', href: `${registry}#/gaps`, 'data-key': 'work on gaps' }, say('workOnGaps')),
      downloads(say('gaps'), `jiceng-gaps-${asked.question.day}`, () => file(rows, kinds), gapsAsked(asked))),
  ];
}

const rowsOf = (kind, how, all, asked) => h('ul', { class: 'rows', 'aria-labelledby': `gap-${kind}` }, all.map((gap) => line(kind, how, gap, asked)));

function list(kind, how, all, asked) {
  const title = h('h3', { id: `gap-${kind}` }, say(`gap-${kind}`), ' ', all.length > 0 && h('span', { class: 'tag bad' }, say('allOf', all.length)));
  const rest = all.slice(SHOWN);
  return h('div', { 'data-gap': kind }, title,
    all.length ? rowsOf(kind, how, all.slice(0, SHOWN), asked) : h('p', { class: 'small good' }, say('noGaps')),
    rest.length > 0 && h('details', { 'data-key': `rest ${kind}` }, h('summary', { 'data-key': `all ${kind}` }, say('showAll', all.length)), rowsOf(kind, how, rest, asked)));
}

const line = (kind, { part, whole }, { row, figures, missing }, { question }) => h('li', { class: 'gap-line' },
  h('a', { href: placeAddress(question.given, row.place), 'data-key': `gap ${kind} ${row.area ?? row.organization}` }, placeName(row)),
  whole && h('span', { class: 'small' }, `${say('gapMissing', number(missing))} · ${say('gapOf', number(part(figures)), number(whole(figures)))}`));

const file = (rows, kinds) => [[say('gaps'), say('area'), 'id', say('value')],
  ...kinds.flatMap(([kind, how]) => found(rows, how).map(({ row, missing }) => [say(`gap-${kind}`), placeName(row), `${row.area ?? row.organization}`, missing]))];
