// What is next below, side by side: drawn as a map, and in a table by which one goes down.
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { COLUMNS, OF_TERRITORY } from './chosen.js';
import { changeLine } from './glance.js';
import { barsOption, chart, mapOption } from './charts.js';
import { figureCell } from './csv.js';
import { belowAsked } from './figures.js';
import { byName, figureName, placeName, toldApart } from './names.js';
import { changeInWords, changeOf, isRatio, number, shown } from './numbers.js';
import { addressOf, isLine, placeAddress } from './question.js';
import { compared, downloads } from './sheet.js';
import { scrolled, sortable } from './table.js';

const MOST_BARS = 30;
const order = { by: 'figure', order: 'descending' };

/** The rows with their figures of both days by name. */
export function joined(rows, earlier) {
  const before = new Map(earlier.map((row) => [row.area ?? row.organization, byName(row.values)]));
  return rows.map((row) => ({ ...row, now: byName(row.values), before: before.get(row.area ?? row.organization) ?? new Map() }));
}

const go = (asked, row) => placeAddress(asked.question.given, row.place);

/** The chosen figure of all that is below; where it does not add up, as bars. */
export function map(rows, asked) {
  const { question, definitions } = asked;
  const { figure, before } = question;
  const unit = definitions.get(figure)?.unit;
  const known = rows.filter((row) => row.now.get(figure)?.value > 0).sort((a, b) => b.now.get(figure).value - a.now.get(figure).value);
  if (!rows.length || !known.length) return h('p', { class: 'small' }, say(rows.length ? 'nothingToDraw' : 'nothingBelow'));
  const name = figureName(definitions, figure);
  const description = `${name}: ${known.slice(0, 5).map((row) => `${placeName(row)} ${number(row.now.get(figure).value, unit)}`).join(', ')}`;
  const chosen = (row) => { location.hash = go(asked, row); };
  if (isRatio(unit)) {
    const items = barItems(known.slice(0, MOST_BARS), figure);
    return [chart(description, barsOption(items, unit), { rows: items.length, chosen }), h('p', { class: 'small legend' }, say('barsText'))];
  }
  return [chart(description, mapOption(shaded(known, figure, unit, before), unit), { chosen }),
    h('p', { class: 'small legend' }, before ? say('mapChange', before) : say('mapText'))];
}

/** Rows as bars, under names that tell them apart. */
export function barItems(rows, figure) {
  const names = toldApart(rows.map(placeName));
  return rows.map((row, i) => ({ name: names[i], value: row.now.get(figure).value, item: row }));
}

/** By its change, where one compares; else by its size. */
function shaded(rows, figure, unit, before) {
  const largest = rows[0].now.get(figure).value;
  const share = (row) => {
    const was = row.before.get(figure);
    const change = changeOf(row.now.get(figure), was);
    return change === null ? 0 : change / Math.max(was.value, 1);
  };
  const most = Math.max(...rows.map((row) => Math.abs(share(row))), 0.01);
  const names = toldApart(rows.map(placeName));
  return rows.map((row, i) => {
    const value = row.now.get(figure).value;
    const hint = h('span', {}, `${placeName(row)}: ${number(value, unit)}`, before ? ` · ${changeInWords(row.now.get(figure), row.before.get(figure))}` : '').outerHTML;
    return { name: names[i], value, item: row, hint, shade: before ? share(row) / most : value / largest };
  });
}

/** The ways to look at what is below, from the top of what one sees: by territory or by line. */
export function ways({ question, place, session }) {
  const line = isLine(question);
  const top = session.wholeDistrict ? {} : place.area && { area: place.area.area };
  const way = (key, current, to) => to && h('a', { class: 'button plain', href: current ? addressOf(question.given) : placeAddress(question.given, to), 'aria-current': current && 'true', 'data-key': key }, say(key));
  return h('nav', { class: 'switch', 'aria-label': say('below') }, way('byArea', !line, line ? top : {}), way('byLine', line, session.wholeDistrict ? { by: 'line' } : {}));
}

/** The table by which one goes down; the chosen figure stands first. */
export function belowTable(rows, asked) {
  const { question, definitions, now } = asked;
  const { figure, before } = question;
  if (!rows.length) return h('p', { class: 'small' }, say('nothingBelow'));
  const place = say(isLine(question) ? 'organization' : 'area');
  const unit = definitions.get(figure)?.unit;
  const whole = isRatio(unit) ? null : now.get(figure)?.value;
  const column = (indicator) => ({ key: indicator, indicator, name: figureName(definitions, indicator), cell: (row) => shown(row.now.get(indicator)), value: (row) => row.now.get(indicator)?.value });
  const columns = [
    { key: 'place', name: place, cell: (row) => link(asked, row), value: placeName },
    { ...column(figure), key: 'figure' },
    before && { key: 'change', name: say('difference'), cell: (row) => changeLine(row.now.get(figure), row.before.get(figure)), value: (row) => changeOf(row.now.get(figure), row.before.get(figure)) },
    whole && { key: 'share', name: say('share'), cell: (row) => shareOf(row, figure, whole), value: (row) => row.now.get(figure)?.value },
    ...COLUMNS.filter((indicator) => indicator !== figure && !(isLine(question) && OF_TERRITORY.has(indicator))).map(column),
  ].filter(Boolean);
  return [scrolled(say('belowTable'), sortable({ caption: say('belowTable'), columns, rows, sorted: order, attributes: (row) => ({ 'data-place': row.area ?? row.organization }) })),
    h('p', { class: 'actions' }, downloads(say('below'), `jiceng-${figure}-${question.day}`, () => file(rows, asked, columns),
      compared(belowAsked(question, asked.place, question.day, indicatorsOf(columns)), question)))];
}

const indicatorsOf = (columns) => columns.filter(({ indicator }) => indicator).map(({ indicator }) => indicator);

const link = (asked, row) => h('a', { href: go(asked, row), 'data-key': `to ${row.area ?? row.organization}` }, placeName(row));

function shareOf(row, figure, whole) {
  const value = row.now.get(figure)?.value;
  return value === null || value === undefined ? '' : number(value / whole, 'ratio');
}

function file(rows, { question, definitions }, columns) {
  const figures = indicatorsOf(columns);
  const former = question.before ? [`${figureName(definitions, question.figure)} ${question.before}`] : [];
  return [[columns[0].name, 'id', ...figures.map((indicator) => figureName(definitions, indicator)), ...former],
    ...rows.map((row) => [placeName(row), `${row.area ?? row.organization}`, ...figures.map((indicator) => figureCell(row.now.get(indicator))),
      ...(question.before ? [figureCell(row.before.get(question.figure))] : [])])];
}
