// How far a reorganisation is: asked again until all have followed, or nobody looks any more.
import { get, NotSignedIn } from '/page/api.js';
import { h } from '/page/dom.js';
import { signInAgain } from '/page/faults.js';
import { trouble } from '/page/lists.js';
import { say } from '/page/words.js';

const FIRST = 500;
const LONGEST = 5000;

export function progress(decided) {
  const told = h('p', { role: 'status' });
  const steps = h('ul', { class: 'rows', 'data-part': 'steps' });
  const faults = h('div', { role: 'alert' });
  const place = h('div', { class: 'progress', 'data-reorganization': decided.id }, told, steps, faults);
  let wait = FIRST;

  function show({ state, effectiveOn, steps: all }) {
    const text = state === 'PLANNED' ? say('plannedFor', effectiveOn)
      : state === 'UNDER_WAY' ? say('followed', all.filter((one) => one.done).length, all.length) : say(`became-${state}`);
    place.dataset.state = state;
    if (told.textContent !== text) told.textContent = text;
    steps.replaceChildren(...all.map((one) => h('li', {}, h('span', { class: 'main' }, say(`service-${one.service}`), ' ',
      h('span', { class: one.done ? 'tag good' : 'tag' }, say(one.done ? 'followedIt' : 'following'))), counts(one))));
    return state === 'UNDER_WAY';
  }

  async function follow() {
    if (!place.isConnected) return;
    try {
      if (show(await get(`reorganizations/${decided.id}`))) later();
      faults.replaceChildren();
    } catch (error) {
      // it goes on whether we see it or not
      faults.replaceChildren(error instanceof NotSignedIn ? signInAgain() : trouble(error));
      later();
    }
  }

  function later() {
    setTimeout(follow, wait);
    wait = Math.min(LONGEST, wait * 1.5);
  }

  if (show(decided)) later();
  return place;
}

function counts({ counts: moved = {} }) {
  const some = Object.entries(moved ?? {}).filter(([, count]) => count > 0);
  return h('span', { class: 'small' }, some.map(([kind, count]) => `${say(`of-${kind}`)} ${count}`).join(' · '));
}
