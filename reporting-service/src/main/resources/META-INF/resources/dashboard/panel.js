// A part of the page that asks for its own figures, and keeps what it shows until there are others.
import { NotSignedIn } from '/page/api.js';
import { h } from '/page/dom.js';
import { trouble } from '/page/lists.js';
import { currentLanguage, say } from '/page/words.js';
import { keeping } from './keeping.js';

/**
 * @param wanted.load answers what it is about, out of what is asked
 * @param wanted.draw makes elements of that; whatever can have the focus has a data-key
 */
export function panel(name, title, { load, draw, wide = false }) {
  const heading = h('h2', { id: `title-${name}` });
  const body = h('div', { class: 'body' });
  const place = h('section', { class: wide ? 'panel wide' : 'panel', id: name, 'aria-labelledby': heading.id }, heading, body);
  let last;

  async function show(asked, signal) {
    heading.textContent = title(asked);
    if (!body.hasChildNodes()) body.append(h('p', { class: 'small waiting' }, say('waiting')));
    place.setAttribute('aria-busy', 'true');
    try {
      const found = await load(asked, signal);
      const now = JSON.stringify([found, asked.question, currentLanguage()]);
      if (now !== last) await keeping(body, () => draw(found, asked));
      last = now;
    } catch (error) {
      if (error.name === 'AbortError' || error instanceof NotSignedIn) throw error;
      last = undefined;
      keeping(body, () => trouble(error, () => show(asked, signal)));
    }
    place.removeAttribute('aria-busy');
  }
  return { place, show };
}
