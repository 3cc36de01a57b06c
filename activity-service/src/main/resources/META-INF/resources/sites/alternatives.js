// What is free nearest to what was wished for, in time and in place: each is a press away.
import { button, h } from '/page/dom.js';
import { say } from '/page/words.js';
import { spanInWords } from './clock.js';
import { siteName, sitesOf, spaceName } from './places.js';

/**
 * @param take takes one of them, given the form in which it is offered
 * @param wait asks to be told when what was wished for is free, given the form
 */
export function alternatives(take, wait) {
  const status = h('p', { class: 'small', role: 'status' });
  const list = h('ul', { class: 'results' });
  const place = h('fieldset', { hidden: true, 'data-list': 'alternatives' }, h('legend', {}, say('alternatives')), status, list,
    h('p', {}, button(say('waitForIt'), () => wait(place.closest('form')), { 'data-action': 'wait' })));

  const line = (one) => h('li', {}, button([
    h('span', {}, spanInWords(one.startsAt, one.endsAt)),
    h('span', { class: 'small' }, [siteName(one.siteId), spaceName(one.siteId, one.spaceId)].join(' · ')),
  ], () => take(one, place.closest('form')), { class: 'offer', 'data-alternative': one.startsAt, 'data-space': one.spaceId }));

  return {
    place,
    clear() {
      list.replaceChildren();
      place.hidden = true;
    },
    async offer(found) {
      await sitesOf(found);
      status.textContent = found.length ? say('alternativesCount', found.length) : say('noAlternative');
      list.replaceChildren(...found.map(line));
      place.hidden = false;
    },
  };
}
