// A table that one sees, as a file that a spreadsheet opens: UTF-8 with a mark, and no text that would be a formula.
import { button } from '/page/dom.js';
import { notice } from '/page/confirm.js';
import { say } from '/page/words.js';

const MARK = '\uFEFF';
const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const harmless = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const cell = (value) => (typeof value === 'number' ? String(value) : quoted(harmless(String(value ?? ''))));

const csv = (rows) => MARK + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';

/** A figure as a cell: a number, nothing where there is none, and a word where it is hidden. */
export const figureCell = (figure) => (figure?.suppressed ? say('suppressed') : figure?.value ?? '');

/** Leaves a file with whoever looks at the page. */
export function save(name, content) {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 0);
  notice(say('fileRead', name));
}

/** A button by which a table is taken away in a form. */
export const downloadButton = (about, form, onclick) => button(say('download', form), onclick,
  { class: 'plain download', 'data-form': form, 'aria-label': say('downloadOf', about, form), 'data-key': `download ${form} ${about}` });

/** @param rows answers the rows when they are asked for, the headings first */
export const csvButton = (about, name, rows) =>
  downloadButton(about, 'CSV', () => save(`${name}.csv`, new Blob([csv(rows())], { type: 'text/csv;charset=utf-8' })));
