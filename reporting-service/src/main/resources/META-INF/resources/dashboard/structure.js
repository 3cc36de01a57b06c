// Who they are: people by sex, age, education and so on.
import { h } from '/page/dom.js';
import { codeName, loadCodes } from '/page/names.js';
import { say } from '/page/words.js';
import { barsOption, chart } from './charts.js';
import { DIMENSIONS, STRUCTURE_OF } from './chosen.js';
import { monthEndUpTo } from './days.js';
import { breakdown, breakdownAsked } from './figures.js';
import { csvButton, figureCell } from './csv.js';
import { figureName } from './names.js';
import { number, shown, text } from './numbers.js';
import { seesPersons } from './rights.js';
import { sheetButton } from './sheet.js';
import { asTable } from './table.js';

const MOST = 12;
const LISTS = { sex: 'sex', ageBand: 'age-band', education: 'education', ethnicity: 'ethnicity' };
/** Bands have an order of their own; what is without one is told by its size. */
const ORDERED = new Set(['ageBand']);

let codes;

const keyName = (by, key) => (key ? codeName(LISTS[by], key) : say('unknownKey'));

/** A table for each dimension; who may not see persons is shown the whole district, at the end of a month. */
export async function readStructure({ question, session }, signal) {
  const may = seesPersons(session, question);
  if (!may && (!session.wholeDistrict || question.area || question.organization)) return null;
  const day = may ? question.day : monthEndUpTo(question.day);
  const tables = await Promise.all(DIMENSIONS.map((by) => breakdown(question, day, STRUCTURE_OF, by, signal)));
  codes ??= loadCodes(Object.values(LISTS));
  await codes;
  return Object.fromEntries(DIMENSIONS.map((by, i) => [by, tables[i]]));
}

/** The cells of one dimension alone, out of a table that may have others beside it. */
export function cellsOf(table, by) {
  const cells = table.cells.filter(({ keys }) => Object.keys(keys).length === 1 && by in keys)
    .map((cell) => ({ ...cell, unit: table.unit, name: keyName(by, cell.keys[by]) }));
  return ORDERED.has(by) ? cells : cells.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
}

/** @param tables by dimension */
export function structure(tables, asked) {
  if (!tables) return h('p', { class: 'small' }, say('noBreakdown'));
  const { asOf } = Object.values(tables)[0];
  return [
    h('div', { class: 'bar' }, h('span', { class: 'small' }, [figureName(asked.definitions, STRUCTURE_OF), say('asOfText', asOf)].join(' · ')),
      csvButton(say('structure'), `jiceng-structure-${asOf}`, () => file(tables))),
    h('div', { class: 'lists' }, DIMENSIONS.map((by) => h('div', { 'data-by': by }, h('h3', {}, say(`by-${by}`)), dimension(by, cellsOf(tables[by], by), breakdownAsked(asked.question, asOf, STRUCTURE_OF, by))))),
  ];
}

function dimension(by, cells, asked) {
  const known = cells.filter(({ value }) => value > 0).slice(0, MOST);
  const bars = known.map(({ name, value }) => ({ name, value }));
  return [
    bars.length > 0 && chart(known.map((cell) => `${cell.name} ${text(cell)}`).join(', '), barsOption(bars, 'persons'), { rows: bars.length }),
    cells.length > known.length && h('p', { class: 'small legend' }, say('allOf', number(cells.length))),
    asTable(say(`by-${by}`), [say(`by-${by}`), say('value')], cells.map((cell) => [cell.name, shown(cell)]), sheetButton(say(`by-${by}`), `jiceng-${by}-${asked[1].asOf}`, asked)),
  ].filter(Boolean);
}

const file = (tables) => [[say('structure'), '', say('value')],
  ...DIMENSIONS.flatMap((by) => cellsOf(tables[by], by).map((cell) => [say(`by-${by}`), cell.name, figureCell(cell)]))];
