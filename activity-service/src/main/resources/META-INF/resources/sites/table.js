// Figures in a table that becomes a list on a phone.
import { h } from '/page/dom.js';
import { say } from '/page/words.js';

/** What stands around rows; the first column is what a row is about. */
export function figures(label, columns) {
  const into = h('tbody', { role: 'rowgroup' });
  return { into, whole: h('table', { class: 'figures', role: 'table', 'aria-label': label },
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map((name) => h('th', { role: 'columnheader', scope: 'col' }, say(name))))), into) };
}

/** A row out of what it is about, and a text for each other column. */
export const figureRow = (about, cells, attributes = {}) => h('tr', { role: 'row', ...attributes },
  h('th', { role: 'rowheader', scope: 'row' }, about),
  Object.entries(cells).map(([name, text]) => h('td', { role: 'cell', 'data-label': say(name) }, text ?? say('unknown'))));
