// Takes in a roster: the template, a check that keeps nothing, what is wrong, and only then for good.
import { get, getText, newKey, NotSignedIn, sendFile } from '/page/api.js';
import { notice } from '/page/confirm.js';
import { openDialog } from '/page/dialog.js';
import { button, h } from '/page/dom.js';
import { faultsOf } from '/page/faults.js';
import { say } from '/page/words.js';
import { records } from './csv.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PAUSE = 400;
const SHOWN = 200;

const wait = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

/** Excel in China writes CSV in GB18030; whatever is no UTF-8 is taken for that. */
async function contentType(file) {
  if (!/\.csv$/i.test(file.name)) return XLSX;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return 'text/csv; charset=utf-8';
  } catch {
    return 'text/csv; charset=gb18030';
  }
}

/** @param done what follows when a roster has been taken in */
export function importRoster(done) {
  const opened = openDialog(say('importFile'), { class: 'wide' });
  const form = h('form', { method: 'dialog' });
  const faults = faultsOf(form);
  const file = h('input', { type: 'file', id: 'roster-file', accept: '.xlsx,.csv', required: true, onchange: () => forget() });
  const outcome = h('div', { role: 'status' });
  const check = h('button', { class: 'button', 'data-action': 'check' }, say('checkFile'));
  const key = { true: newKey(), false: newKey() };

  function forget() {
    outcome.replaceChildren();
    faults.clear();
    Object.assign(key, { true: newKey(), false: newKey() });
  }

  async function run(dryRun) {
    const sent = await sendFile(`members/imports?dryRun=${dryRun}`, file.files[0], await contentType(file.files[0]), key[dryRun]);
    const bar = h('progress', { max: 100, 'aria-label': say('progress') });
    outcome.replaceChildren(h('p', {}, say(dryRun ? 'checking' : 'importing')), bar);
    let job = sent;
    while (['QUEUED', 'RUNNING'].includes(job.state)) {
      await wait(PAUSE);
      job = await get(`imports/${sent.id}`);
      if (job.progress) bar.value = job.progress;
    }
    // what failed on the other side may be tried again
    if (job.state === 'FAILED') key[dryRun] = newKey();
    return job;
  }

  const attempt = (dryRun) => opened.once(async () => {
    faults.clear();
    try {
      const job = await run(dryRun);
      if (job.state === 'COMPLETED' && !dryRun) {
        opened.close();
        notice(say('imported', job.accepted));
        done();
      } else {
        outcome.replaceChildren(...await told(job, () => attempt(false)));
      }
    } catch (error) {
      outcome.replaceChildren();
      faults.tell(error instanceof NotSignedIn ? error : Object.assign(error, { message: error.message || say('fileUnreadable') }));
    }
  });

  form.addEventListener('submit', (event) => { event.preventDefault(); attempt(true); });
  form.append(
    h('ol', { class: 'ordered' },
      h('li', {}, h('a', { href: '/api/v1/imports/templates/members', download: '' }, say('template')), h('span', { class: 'small' }, ' ', say('templateText'))),
      h('li', {}, h('label', { for: 'roster-file' }, say('chooseFile')), file),
      h('li', {}, say('checkText'))),
    faults.place, outcome, h('p', { class: 'actions' }, check, button(say('close'), opened.leave)));
  opened.body.append(form);
  file.focus();
}

async function told(job, forGood) {
  if (job.state === 'COMPLETED') {
    return [h('p', { class: 'fine' }, say('fileGood', job.total)),
      h('p', { class: 'actions' }, button(say('importNow', job.total), forGood, { class: 'button', 'data-action': 'import-now' }))];
  }
  if (job.state === 'FAILED') return [h('p', { class: 'trouble-line' }, say('importFailed'))];
  const [, ...faults] = records(await getText(`imports/${job.id}/errors`));
  return [
    h('p', { class: 'trouble-line' }, say('fileWrong', job.rejected)),
    h('p', {}, h('a', { href: `/api/v1/imports/${job.id}/marked-file`, download: '', 'data-action': 'marked-file' }, say('markedFile')), ' ', say('markedText')),
    h('div', { class: 'faults', tabindex: 0, role: 'region', 'aria-label': say('faults') },
      h('table', {}, h('thead', {}, h('tr', {}, ['row', 'column', 'whatIsWrong'].map((name) => h('th', { scope: 'col' }, say(name))))),
        h('tbody', {}, faults.slice(0, SHOWN).map(([row, column, , message]) =>
          h('tr', {}, h('td', {}, row === '0' ? say('wholeFile') : row), h('td', {}, column), h('td', {}, message)))))),
    faults.length > SHOWN && h('p', { class: 'small' }, say('firstFaults', SHOWN)),
  ].filter(Boolean);
}
