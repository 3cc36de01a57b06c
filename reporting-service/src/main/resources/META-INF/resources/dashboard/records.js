// A figure opened: the records that make it up, and the events by which it became another.
import { openDialog } from '/page/dialog.js';
import { button, h } from '/page/dom.js';
import { paged } from '/page/lists.js';
import { codeName, loadCodes } from '/page/names.js';
import { currentLanguage, say, teach } from '/page/words.js';
import { changes, records } from './figures.js';
import { figureName, placeName } from './names.js';
import { number, signed } from './numbers.js';
import { placeAddress } from './question.js';
import { plainTable } from './table.js';

teach({
  'zh-CN': {
    records: '“{0}”的明细', recordsText: '人员等记录在此不显示姓名；可凭编号到相应系统查阅。', record: '记录', countsFrom: '自', amount: '数量', copy: '复制', copied: '已复制',
    copyOf: '复制编号 {0}', changesOf: '“{0}”的变动', changesText: '{0} 至 {1} 之间使数字变化的事件。', moved: '随组织或地区调整而来（去）的', event: '事件', onDay: '生效日期',
    recordedAt: '记录时间', noRecords: '没有记录。', noEvents: '没有事件。',
  },
  en: {
    records: 'Records of “{0}”', recordsText: 'Names of persons are not kept here; look them up by their ids where they are.', record: 'Record',
    countsFrom: 'Since', amount: 'Amount', copy: 'Copy', copied: 'Copied', copyOf: 'Copy the id {0}', changesOf: 'What changed “{0}”',
    changesText: 'The events between {0} and {1} that changed the figure.', moved: 'What came or went with what it had', event: 'Event',
    onDay: 'Effective on', recordedAt: 'Recorded at', noRecords: 'There are no records.', noEvents: 'There are no events.',
  },
});

const MOVED_SHOWN = 10;

let read;

/** What measures and events are called; asked for once. */
function words() {
  read ??= loadCodes(['measure', 'event-type']).catch((error) => { read = undefined; throw error; });
  return read;
}

const rows = (caption, headings) => () => {
  const table = plainTable(caption, headings, []);
  return { whole: h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption }, table), into: table.querySelector('tbody') };
};
const line = (about, ...cells) => h('tr', {}, h('th', { scope: 'row' }, about), cells.map((cell) => h('td', {}, cell ?? '')));
const moment = (at) => new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));

async function copy(id, pressed) {
  getSelection().selectAllChildren(id);
  try {
    await navigator.clipboard.writeText(id.textContent);
    pressed.textContent = say('copied');
  } catch {
    // it stands selected, to be copied by hand
  }
}

/** Whatever has no name here is told by its id, which is small and can be taken elsewhere. */
function idOf(text) {
  const id = h('code', {}, text);
  return h('span', { class: 'id' }, id, button(say('copy'), (event) => copy(id, event.currentTarget), { class: 'copy', 'aria-label': say('copyOf', text) }));
}

/** How places and records read in one dialog, whose links leave it. */
function telling({ question }, leave) {
  const toPlace = (named) => placeAddress(question.given, named.area ? { area: named.area } : { organization: named.organization });
  const place = (named, unnamed) => (named
    ? h('span', { class: 'named' }, h('a', { href: toPlace(named), onclick: leave }, placeName(named)), h('code', {}, named.code))
    : unnamed && h('code', {}, unnamed));
  const record = (named, measure, id) => h('span', { class: 'named' }, h('span', {}, codeName('measure', measure)),
    named ? place(named) : idOf(id));
  return { place, record };
}

function opened(asked, title, content) {
  const { body, heading, leave } = openDialog(title, { class: 'wide' });
  body.append(...content(telling(asked, leave)), h('p', { class: 'actions' }, button(say('close'), leave)));
  heading.focus();
}

const withWords = async (page) => (await Promise.all([page, words()]))[0];

export function openRecords(asked) {
  const { question, definitions } = asked;
  const title = say('records', figureName(definitions, question.figure));
  opened(asked, title, ({ place, record }) => [h('p', { class: 'quiet' }, say('recordsText')), paged(
    (cursor) => withWords(records(question, question.figure, cursor)),
    (items) => items.map((one) => line(record(one.record, one.measure, one.recordId), place(one.organization, one.organizationId),
      place(one.area, one.areaCode), one.countsFrom, number(one.amount))),
    say('noRecords'), rows(title, [say('record'), say('organization'), say('area'), say('countsFrom'), say('amount')]))]);
}

/** What came or went with what it already had, by name where one may see it. */
const movedLines = (moved, place) => [
  h('h3', {}, say('moved')),
  h('ul', { class: 'rows' }, moved.slice(0, MOVED_SHOWN).map((one) => h('li', {},
    place(one.organization ?? one.area, one.organizationId ?? one.areaCode), h('span', { class: 'small' }, signed(one.amount))))),
  moved.length > MOVED_SHOWN && h('p', { class: 'small' }, say('allOf', moved.length)),
];

export function openChanges(asked) {
  const { question, definitions } = asked;
  const title = say('changesOf', figureName(definitions, question.figure));
  const moves = h('div', { class: 'lists' });
  opened(asked, title, ({ place, record }) => {
    const ask = async (cursor) => {
      const page = await withWords(changes(question, question.figure, cursor));
      if (page.moved.length) moves.replaceChildren(h('div', {}, movedLines(page.moved, place)));
      return page;
    };
    return [h('p', { class: 'quiet' }, say('changesText', question.before, question.day)), moves, paged(
      ask, (items) => items.map(({ cause, ...one }) => line(codeName('event-type', cause.type), record(one.record, cause.measure, one.recordId),
        place(one.organization, cause.organizationId), place(one.area, cause.areaCode), cause.effectiveOn, moment(cause.recordedAt), signed(cause.amount))),
      say('noEvents'), rows(title, [say('event'), say('record'), say('organization'), say('area'), say('onDay'), say('recordedAt'), say('amount')]))];
  });
}
