// Merges, splits or dissolves: says what, rehearses it, confirms it once, and follows it to its end.
import { keys, post } from '/page/api.js';
import { day, hideNotice, notice } from '/page/confirm.js';
import { openDialog } from '/page/dialog.js';
import { button, h } from '/page/dom.js';
import { faultsOf } from '/page/faults.js';
import { say } from '/page/words.js';
import { dissolution } from './dissolution.js';
import { merge } from './merge.js';
import { progress } from './progress.js';
import { rehearsal } from './rehearsal.js';
import { split } from './split.js';

const FORMS = { merge, split, dissolution };

/**
 * @param changed what follows when it has been decided and is looked at no more
 */
export function reorganize(kind, organization, changed) {
  hideNotice();
  const opened = openDialog(`${say(kind)} · ${organization.name}`, { class: 'wide', 'data-dialog': kind });
  const asked = FORMS[kind](organization);
  const path = `reorganizations/${kind}s`;
  const keyOf = keys();
  const cancel = () => button(say('cancel'), opened.leave);

  /** One step: what is shown, and what its main button does. */
  function step(words, content, main, others, act) {
    const form = h('form', { method: 'dialog', 'data-step': words });
    const faults = faultsOf(form);
    form.append(h('h3', { tabindex: -1 }, say(words)), ...content, faults.place, h('p', { class: 'actions' }, main, ...others));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      opened.once(async () => {
        faults.clear();
        try {
          await act();
        } catch (error) {
          faults.tell(error);
          if (!form.isConnected) notice(error.message, true);
        }
      });
    });
    return form;
  }

  function show(form, focused) {
    opened.body.replaceChildren(form);
    opened.dialog.scrollTo(0, 0);
    (focused ?? form.querySelector('h3')).focus();
  }

  // built once: who goes back finds all that was filled in
  const filling = step('stepWhat', asked.content, h('button', { class: 'button', 'data-action': 'rehearse' }, say('rehearse')), [cancel()], async () => {
    const body = asked.body();
    show(rehearsed(body, await rehearsal(await post(`${path}?dryRun=true`, body))));
  });

  function rehearsed(body, content) {
    // a second press on the button before falls on this page: it must not decide
    const read = h('p', {}, h('label', { class: 'choice' }, h('input', { type: 'checkbox', name: 'read', required: true }), h('span', {}, say('haveRead'))));
    const yes = h('button', { class: 'button', 'data-action': 'decide' }, say((body.effectiveOn ?? day()) > day() ? 'planIt' : 'decideIt', say(kind)));
    const back = button(say('back'), () => show(filling), { 'data-action': 'back' });
    return step('stepRehearsed', [...content, read], yes, [back, cancel()], async () => {
      const decided = await post(path, body, undefined, keyOf(body));
      opened.dialog.addEventListener('close', () => changed(null, true));
      show(h('div', { 'data-step': 'stepProgress' }, h('h3', { tabindex: -1 }, say('stepProgress')), progress(decided),
        h('p', { class: 'actions' }, button(say('close'), opened.leave, { class: 'button' }))));
    });
  }

  show(filling, filling.querySelector('input, select'));
}
