// A table that one can sort by any column with the keyboard too, and take away as a file.
import { button, h } from '/page/dom.js';
import { currentLanguage, say } from '/page/words.js';

const ARROWS = { ascending: 'descending', descending: 'ascending' };

function compare(x, y) {
  if (typeof x === 'string' || typeof y === 'string') return String(x ?? '').localeCompare(String(y ?? ''), currentLanguage());
  return (x ?? -Infinity) - (y ?? -Infinity);
}

/**
 * @param wanted.columns each with its name, a key, how a row is shown (cell) and by what it is sorted (value)
 * @param wanted.sorted by which key and how; it is changed when another order is asked for
 */
export function sortable({ caption, columns, rows, sorted, attributes = () => ({}) }) {
  const table = h('table', { class: 'sortable' });
  const value = (row) => (columns.find(({ key }) => key === sorted.by) ?? columns[0]).value(row);

  function order(column) {
    sorted.order = sorted.by === column.key ? ARROWS[sorted.order] : column === columns[0] ? 'ascending' : 'descending';
    sorted.by = column.key;
    draw();
    table.querySelector(`[data-key="sort ${CSS.escape(column.key)}"]`).focus();
  }

  const heading = (column) => h('th', { scope: 'col', 'aria-sort': sorted.by === column.key ? sorted.order : 'none' },
    button(column.name, () => order(column), { 'data-key': `sort ${column.key}` }));
  const line = (row) => h('tr', attributes(row), columns.map((column, i) =>
    (i === 0 ? h('th', { scope: 'row' }, column.cell(row)) : h('td', {}, column.cell(row)))));

  function draw() {
    const sign = sorted.order === 'ascending' ? 1 : -1;
    const ordered = [...rows].sort((a, b) => sign * compare(value(a), value(b)));
    table.replaceChildren(h('caption', { class: 'hidden-label' }, caption),
      h('thead', {}, h('tr', {}, columns.map(heading))), h('tbody', {}, ordered.map(line)));
  }

  draw();
  return table;
}

/** A table as the alternative to a chart. */
export const plainTable = (caption, headings, rows) => h('table', {},
  h('caption', { class: 'hidden-label' }, caption),
  h('thead', {}, h('tr', {}, headings.map((heading) => h('th', { scope: 'col' }, heading)))),
  h('tbody', {}, rows.map(([about, ...cells]) => h('tr', {}, h('th', { scope: 'row' }, about), cells.map((cell) => h('td', {}, cell))))));

/** What may be wider than the page is scrolled by itself, with the keyboard too. */
export const scrolled = (label, ...content) => h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label, 'data-key': `scroll ${label}` }, content);

/** A chart's figures as a table below it, opened by who wants it. */
export const asTable = (caption, headings, rows, download) => h('details', { class: 'as-table', 'data-key': `details ${caption}` },
  h('summary', { 'data-key': `summary ${caption}` }, say('asTable')), scrolled(caption, plainTable(caption, headings, rows)), download);
