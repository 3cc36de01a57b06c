// Asks before anything is changed. Pressing twice, or again after the network failed, changes it once.
import { keys, Refused } from './api.js';
import { openDialog } from './dialog.js';
import { button, element, h } from './dom.js';
import { faultsOf } from './faults.js';
import { say } from './words.js';

/** Says what has happened, until it is read or something else is said. */
export function notice(text, bad) {
  const place = element('notice');
  place.className = bad ? 'notice trouble' : 'notice';
  place.replaceChildren(h('span', {}, text), button('×', () => { place.hidden = true; }, { 'aria-label': say('close') }));
  place.hidden = false;
}

export const hideNotice = () => { element('notice').hidden = true; };

/** A field under its label: an input, a choice out of a list, or one whose choices need words. */
export function input(field) {
  const { name, label, options, choices, hint, made, ...attributes } = field;
  if (made) return made;
  const id = `field-${name}`;
  if (choices) {
    return h('fieldset', { 'data-field': name }, h('legend', {}, label), choices.map(([value, text, note], i) =>
      h('label', { class: 'choice' }, h('input', { type: 'radio', name, value, checked: i === 0, required: true }),
        h('span', {}, h('span', { class: 'main' }, text), note && h('span', { class: 'small' }, note)))));
  }
  const described = hint && `${id}-hint`;
  const shared = { id, name, 'data-field': name, 'aria-describedby': described, ...attributes };
  const control = options
    ? h('select', shared, options.map(([value, text]) => h('option', { value, selected: value === attributes.value }, text)))
    : h('input', shared);
  return h('p', {}, h('label', { for: id }, label), hint && h('span', { class: 'small', id: described }, hint), control);
}

export const valuesOf = (form) =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim() || undefined]));

/**
 * @param wanted.fields what is to be filled in
 * @param wanted.opened what else is to be done with the form; wanted.values what is sent out of what is filled in
 * @param wanted.send makes the change out of the values and a key, and answers what has become
 * @param wanted.done what follows a change
 * @param wanted.refused what follows a refusal, behind what was filled in, which stays
 * @param wanted.reload what is to be read again when the record had changed before; as done, if not given
 */
export function confirm(wanted) {
  const { title, text, fields = [], verb, values = (filled) => filled, send, done, refused = () => {}, reload } = wanted;
  hideNotice();
  const opened = openDialog(title);
  const form = h('form', { method: 'dialog' });
  const faults = faultsOf(form);
  const yes = h('button', { class: 'button' }, verb);
  form.append(...[text && h('p', {}, text), ...fields.map(input), faults.place,
    h('p', { class: 'actions' }, yes, button(say('cancel'), opened.leave))].filter(Boolean));
  const keyOf = keys();
  const again = () => { opened.close(); (reload ?? done)(); };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    opened.once(async () => {
      faults.clear();
      try {
        const wantedNow = values(valuesOf(form));
        const became = await send(wantedNow, keyOf(wantedNow));
        opened.close();
        notice(say('done', title));
        done(became);
      } catch (error) {
        faults.tell(error, again);
        if (error instanceof Refused) refused(error);
        if (!form.isConnected) notice(error.message, true);
      }
    });
  });
  opened.body.append(form);
  wanted.opened?.(form);
  (form.querySelector('input, select') ?? yes).focus();
}

/** A day, in the district's own time. */
export const day = (plusDays = 0) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + plusDays * 86_400_000));

export const onDay = () => ({ name: 'effectiveOn', label: say('effectiveOn'), type: 'date', value: day() });

export const reason = (...codes) => ({ name: 'reasonCode', label: say('reason'), options: codes.map((code) => [code, say(code)]) });
