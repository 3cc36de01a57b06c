// A figure opened: the records that make it up, and the events by which it became another.
import { openDialog } from '/page/dialog.js';
import { button, h } from '/page/dom.js';
import { paged } from '/page/lists.js';
import { currentLanguage, say } from '/page/words.js';
import { changes, placeAsked, records } from './figures.js';
import { figureName, placeName } from './names.js';
import { number, signed } from './numbers.js';
import { plainTable } from './table.js';

const MOVED_SHOWN = 10;

const rows = (caption, headings) => () => {
  const table = plainTable(caption, headings, []);
  return { whole: h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption }, table), into: table.querySelector('tbody') };
};
const line = (about, ...cells) => h('tr', {}, h('th', { scope: 'row' }, about), cells.map((cell) => h('td', {}, cell ?? '')));
const moment = (at) => new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
const typeOf = (type) => type.replace(/^org\.jiceng\./, '').replace(/\.v\d+$/, '');

function opened(title, ...content) {
  const { body, heading, leave } = openDialog(title, { class: 'wide' });
  body.append(...content, h('p', { class: 'actions' }, button(say('close'), leave)));
  heading.focus();
}

export function openRecords({ question, definitions }) {
  const title = say('records', figureName(definitions, question.figure));
  opened(title, paged(
    (cursor) => records(question, question.figure, cursor),
    (items) => items.map((one) => line(h('code', {}, one.recordId), one.measure, one.areaCode, number(one.amount))),
    say('noRecords'), rows(title, [say('record'), say('measure'), say('area'), say('amount')])));
}

/** What came or went with what it already had, by name where one may see it. */
async function movedLines(moved) {
  const lines = await Promise.all(moved.slice(0, MOVED_SHOWN).map(async ({ organizationId, areaCode, amount }) => {
    const place = organizationId ? { organization: organizationId } : { area: areaCode };
    const way = await placeAsked(place).catch(() => null);
    return h('li', {}, h('span', {}, way ? placeName(way.trail.at(-1)) : organizationId ?? areaCode), h('span', { class: 'small' }, signed(amount)));
  }));
  return [h('h3', {}, say('moved')), h('ul', { class: 'rows' }, lines), moved.length > MOVED_SHOWN && h('p', { class: 'small' }, say('allOf', moved.length))].filter(Boolean);
}

export function openChanges({ question, definitions }) {
  const title = say('changesOf', figureName(definitions, question.figure));
  const moves = h('div', { class: 'lists' });
  const ask = async (cursor) => {
    const page = await changes(question, question.figure, cursor);
    if (page.moved.length) moves.replaceChildren(h('div', {}, await movedLines(page.moved)));
    return page;
  };
  opened(title, h('p', { class: 'quiet' }, say('changesText', question.before, question.day)), moves, paged(
    ask, (items) => items.map(({ recordId, cause }) => line(typeOf(cause.type), cause.effectiveOn, moment(cause.recordedAt), h('code', {}, recordId), signed(cause.amount))),
    say('noEvents'), rows(title, [say('event'), say('onDay'), say('recordedAt'), say('record'), say('amount')])));
}
