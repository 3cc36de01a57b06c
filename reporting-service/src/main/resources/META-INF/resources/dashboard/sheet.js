// The same table as a spreadsheet: the service makes it, of the same question that the page has asked.
import { getFile, NotSignedIn } from '/page/api.js';
import { notice } from '/page/confirm.js';
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { csvButton, downloadButton, save } from './csv.js';

const FORM = 'XLSX';

/** @param asked the path and the parameters of the question */
export function sheetButton(about, name, [path, parameters]) {
  let busy = false;
  return downloadButton(about, FORM, async () => {
    if (busy) return;
    busy = true;
    notice(say('waiting'));
    try {
      save(`${name}.xlsx`, await getFile(path, { ...parameters, format: 'xlsx' }));
    } catch (error) {
      notice(error instanceof NotSignedIn ? say('signedOut') : error.message, true);
    }
    busy = false;
  });
}

/** A table that is taken away as it is seen, or as the service writes it. */
export const downloads = (about, name, rows, asked) =>
  h('span', { class: 'downloads' }, csvButton(about, name, rows), sheetButton(about, name, asked));

/** The same question, with the figures of the day compared with beside it. */
export const compared = ([path, parameters], { before }) => [path, { ...parameters, compareWith: before ?? undefined }];
