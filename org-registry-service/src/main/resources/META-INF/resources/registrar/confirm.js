// Asks before anything is changed. Pressing twice, or again after the network failed, changes it once.
import { newKey, NotSignedIn, Refused } from './api.js';
import { button, element, h } from './dom.js';
import { say } from './words.js';

const STALE = 412;

/** Says what has happened, until it is read or something else is said. */
export function notice(text, bad) {
  const place = element('notice');
  place.className = bad ? 'notice trouble' : 'notice';
  place.replaceChildren(h('span', {}, text), button('×', () => { place.hidden = true; }, { 'aria-label': say('close') }));
  place.hidden = false;
}

export const hideNotice = () => { element('notice').hidden = true; };

/** What is allowed for whom; the service decides, this only spares a refusal. */
export const mayChange = (session) => session.roles.some((role) => role === 'registrar' || role === 'district-admin');

function input(field) {
  const { name, label, options, ...attributes } = field;
  const id = `field-${name}`;
  const control = options
    ? h('select', { id, name }, options.map(([value, text]) => h('option', { value }, text)))
    : h('input', { id, name, ...attributes });
  return h('p', {}, h('label', { for: id }, label), control);
}

/**
 * @param wanted.fields what is to be filled in
 * @param wanted.send makes the change out of the values and a key, and answers what has become
 * @param wanted.done what follows a change; wanted.stale what follows when the record had changed before
 */
export function confirm(wanted) {
  const { title, text, fields = [], verb, send, done, stale } = wanted;
  const faults = h('div', { role: 'alert' });
  const yes = h('button', { class: 'button' }, verb);
  const no = button(say('cancel'), () => dialog.close());
  const form = h('form', { method: 'dialog' },
    h('h2', { id: 'confirm-title' }, title), text && h('p', {}, text), fields.map(input), faults,
    h('p', { class: 'actions' }, yes, no));
  const dialog = h('dialog', { 'aria-labelledby': 'confirm-title' }, form);
  const back = document.activeElement;
  let key = newKey();
  let sent = null;

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (yes.disabled) return;
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim() || undefined]));
    // the same again is the same change; another one needs a key of its own
    if (sent !== null && sent !== JSON.stringify(values)) key = newKey();
    sent = JSON.stringify(values);
    yes.disabled = true;
    form.setAttribute('aria-busy', 'true');
    try {
      const became = await send(values, key);
      dialog.close();
      notice(say('done', title));
      done(became);
    } catch (error) {
      if (error instanceof Refused && error.status === STALE) {
        dialog.close();
        notice(`${error.message} ${say('stale')}`, true);
        (stale ?? done)();
      } else {
        const lines = error instanceof NotSignedIn ? [say('signInTitle')]
          : error.violations?.length ? error.violations : [error.message];
        faults.replaceChildren(...lines.map((line) => h('p', { class: 'trouble-line' }, line)));
      }
    } finally {
      yes.disabled = false;
      form.removeAttribute('aria-busy');
    }
  });
  dialog.addEventListener('close', () => { dialog.remove(); if (back?.isConnected) back.focus(); });
  document.body.append(dialog);
  hideNotice();
  dialog.showModal();
  (form.querySelector('input, select') ?? yes).focus();
}

/** A day, in the district's own time. */
export const day = (plusDays = 0) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + plusDays * 86_400_000));

export const onDay = () => ({ name: 'effectiveOn', label: say('effectiveOn'), type: 'date', value: day() });

export const reason = (...codes) => ({ name: 'reasonCode', label: say('reason'), options: codes.map((code) => [code, say(code)]) });
