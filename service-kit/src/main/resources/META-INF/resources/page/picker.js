// Picks what is found by a few words, as many as are wanted.
import { NotSignedIn } from './api.js';
import { button, h } from './dom.js';
import { signInAgain } from './faults.js';
import { trouble } from './lists.js';
import { say } from './words.js';

const PAUSE = 250;

/**
 * @param wanted.find answers what is found by words: each with id, name and a note
 * @param wanted.search what the search is called; wanted.found how many it says that it has found
 * @param wanted.not whom it never offers; wanted.most how many may be picked; wanted.changed what follows
 * @returns the element, what is picked, and the way to pick one from outside
 */
export function picker({ find: ask, name, label, search: searchLabel = say('search'), found = 'foundCount', hint, most = 1, not = [], changed = () => {} }) {
  const picked = new Map();
  const chosen = h('ul', { class: 'chosen' });
  const status = h('div', { class: 'small', role: 'status' });
  const results = h('ul', { class: 'results' });
  const id = `pick-${name.replace(/\W/g, '-')}`;
  let waiting;
  let asked = 0;

  const search = h('input', {
    type: 'search', id, autocomplete: 'off', maxlength: 100,
    oninput: () => { clearTimeout(waiting); waiting = setTimeout(find, PAUSE); },
    onkeydown: (event) => { if (event.key === 'Enter') { event.preventDefault(); find(); } },
  });

  async function find() {
    clearTimeout(waiting);
    const q = search.value.trim();
    const mine = ++asked;
    if (!q) return show([], '');
    try {
      const rows = (await ask(q)).filter((one) => !picked.has(one.id) && !not.includes(one.id)).map(offer);
      // an answer that comes late is of no interest any more
      if (mine === asked) show(rows, rows.length ? say(found, rows.length) : say('nothingFound', q));
    } catch (error) {
      if (mine === asked) show([], error instanceof NotSignedIn ? signInAgain() : trouble(error, find));
    }
  }

  function show(rows, text) {
    results.replaceChildren(...rows);
    status.replaceChildren(text);
  }

  const offer = (one) => h('li', {}, h('button', { type: 'button', class: 'offer', 'data-pick': one.id, onclick: () => pick(one) },
    h('span', {}, one.name), h('span', { class: 'small' }, one.note)));

  function draw() {
    chosen.replaceChildren(...[...picked.values()].map((one) => h('li', {}, h('span', {}, one.name),
      button('×', () => { picked.delete(one.id); draw(); search.focus(); }, { 'aria-label': say('removeIt', one.name) }))));
    search.closest('p').hidden = picked.size >= most;
    changed();
  }

  function pick(one) {
    picked.set(one.id, one);
    search.value = '';
    show([], say('picked', one.name));
    draw();
    if (picked.size < most) search.focus();
    else chosen.querySelector('li:last-child button').focus();
  }

  const place = h('fieldset', { 'data-field': name }, h('legend', {}, label), hint && h('p', { class: 'small' }, hint), chosen,
    h('p', {}, h('label', { for: id }, searchLabel), search), status, results);
  return { place, pick, all: () => [...picked.values()], ids: () => [...picked.keys()] };
}
