// Lists that are read a page at a time, and say when they wait, are empty or failed.
import { NotSignedIn, Refused } from './api.js';
import { button, h } from './dom.js';
import { say } from './words.js';

let toSignIn = () => {};
export const onNotSignedIn = (then) => { toSignIn = then; };

export function trouble(error, again) {
  if (error instanceof NotSignedIn) {
    toSignIn();
    return h('p', { class: 'small' }, say('signInTitle'));
  }
  const useless = error instanceof Refused && error.status === 403;
  return h('p', { class: 'trouble-line', role: 'alert' }, `${error.message} `, again && !useless && button(say('again'), again));
}

/** Puts what is loaded into an element; says that it waits, and offers to try again. */
export async function fill(place, load) {
  place.setAttribute('aria-busy', 'true');
  if (!place.hasChildNodes()) place.append(h('p', { class: 'small waiting' }, say('waiting')));
  try {
    place.replaceChildren(...[await load()].flat());
  } catch (error) {
    place.replaceChildren(trouble(error, () => fill(place, load)));
  } finally {
    place.removeAttribute('aria-busy');
  }
}

const listOfRows = () => {
  const list = h('ul', { class: 'rows' });
  return { whole: list, into: list };
};

/**
 * A list whose pages are asked for with a cursor; rows makes list items out of a page's items.
 *
 * @param frame what stands around the rows, and where they go into, if it is not a plain list
 */
export function paged(ask, rows, empty, frame = listOfRows) {
  const place = h('div');
  fill(place, async () => {
    const list = frame();
    const more = h('div');
    const next = async (cursor) => {
      const page = await ask(cursor);
      const made = await rows(page.items);
      list.into.append(...made);
      more.replaceChildren();
      if (page.nextCursor) more.append(button(say('more'), (event) => forward(event.target, page.nextCursor), { class: 'more' }));
      return made;
    };
    const forward = async (pressed, cursor) => {
      pressed.disabled = true;
      try {
        const made = await next(cursor);
        made[0]?.querySelector('a, button')?.focus();
      } catch (error) {
        more.replaceChildren(trouble(error, () => forward(more.querySelector('button'), cursor)));
      }
    };
    await next();
    return list.into.hasChildNodes() ? [list.whole, more] : [h('p', { class: 'small' }, empty), more];
  });
  return place;
}

/** A list that is drawn again after a change; the focus then goes to its heading, since what was pressed is gone. */
export function redrawn(list) {
  const place = h('div');
  const again = () => {
    place.replaceChildren(list(again));
    place.parentElement?.querySelector('h2')?.focus();
  };
  place.append(list(again));
  return place;
}

/** What something is in a list: its name, and a note below. */
export const row = (main, note, ...more) =>
  h('li', {}, h('span', { class: 'main' }, main), h('span', { class: 'small' }, note), ...more);
