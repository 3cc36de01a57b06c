// Says why something was refused: by the field where there is one, and always in one place above the buttons.
import { NotSignedIn, Refused } from './api.js';
import { button, h } from './dom.js';
import { say } from './words.js';

const STALE = 412;
let told = 0;

/** What a violation is about is the field that its name begins with, the longest of them. */
function fieldOf(form, name) {
  return [...form.querySelectorAll('[data-field]')]
    .filter(({ dataset: { field } }) => name === field || name.startsWith(`${field}.`) || name.startsWith(`${field}[`))
    .filter((found) => !found.closest('[hidden]'))
    .sort((a, b) => b.dataset.field.length - a.dataset.field.length)[0];
}

function sayBy(field, message) {
  const line = h('p', { class: 'trouble-line by-field', id: `fault-${++told}` }, message);
  const group = field.matches('fieldset');
  if (group) field.querySelector(':scope > legend')?.after(line);
  else {
    field.after(line);
    field.setAttribute('aria-invalid', 'true');
  }
  field.setAttribute('aria-describedby', [field.getAttribute('aria-describedby'), line.id].filter(Boolean).join(' '));
  return group ? field.querySelector('input, select, textarea, button') : field;
}

function clear(form, place) {
  place.replaceChildren();
  form.querySelectorAll('.by-field').forEach((line) => {
    form.querySelectorAll('[aria-describedby]').forEach((field) => {
      const others = field.getAttribute('aria-describedby').split(' ').filter((id) => id !== line.id);
      if (others.length) field.setAttribute('aria-describedby', others.join(' '));
      else field.removeAttribute('aria-describedby');
    });
    line.remove();
  });
  form.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'));
}

/** For who was signed out meanwhile: a page to sign in on, beside this one. */
export const signInAgain = () => h('p', { class: 'trouble-line' },
  say('signedOut'), ' ', h('a', { href: '/login', target: '_blank', rel: 'noopener' }, say('signInAgain')));

/**
 * @param form whose fields may be at fault; it holds the place of the faults
 * @returns the place, how it is emptied, and how an error is told; reload is what a stale record asks for
 */
export function faultsOf(form) {
  const place = h('div', { role: 'alert' });
  const line = (...text) => h('p', { class: 'trouble-line' }, ...text);
  function tell(error, reload) {
    clear(form, place);
    if (error instanceof NotSignedIn) {
      place.append(signInAgain());
    } else if (error instanceof Refused && error.status === STALE && reload) {
      place.append(line(error.message, ' ', say('stale')), button(say('reload'), reload, { 'data-action': 'reload' }));
    } else {
      place.append(line(error.message));
      const controls = (error.violations ?? []).map(({ field, message }) => {
        const found = fieldOf(form, field);
        if (!found && message !== error.message) place.append(line(message));
        return found && sayBy(found, message);
      });
      controls.find(Boolean)?.focus();
    }
    place.scrollIntoView?.({ block: 'nearest' });
  }
  return { place, clear: () => clear(form, place), tell };
}
