// Rows that stay true: after a change, or when somebody else was faster, a row is drawn anew in its place.
import { get, post, Refused } from './api.js';
import { confirm } from './confirm.js';
import { button, h } from './dom.js';
import { say } from './words.js';

const NEXT = new Set([
  'approval', 'receipt', 'acknowledgement', 'accept', 'contact', 'confirmMember', 'confirmReport', 'confirmation', 'checkIn']);
const OVERTAKEN = new Set([404, 409, 412]);

/**
 * @param draw makes the list item out of a record and its keeper
 * @param path where the record is read again
 */
export async function living(record, path, draw) {
  let row;
  const keeper = {
    /** It is so now. */
    become: async (now) => put(await draw(now, keeper), true),
    /** Somebody may have been faster. */
    async reread() {
      try {
        put(await draw(await get(path(record)), keeper));
      } catch (error) {
        if (error instanceof Refused && error.status === 404) put(h('li', { class: 'small' }, say('notHereAnyMore')));
      }
    },
  };
  function put(next, focused) {
    next.tabIndex = -1;
    row.replaceWith(next);
    row = next;
    if (focused) row.focus();
  }
  row = await draw(record, keeper);
  return row;
}

/**
 * A button that asks, and then sends a command to a record in the version in which it is shown.
 *
 * @param wanted.become what follows out of the answer; the row is drawn anew by it, if not given
 */
export function command(name, { path, version, about, text, fields, values, keeper, become = keeper.become }) {
  const ask = () => confirm({
    title: about ? `${say(name)} · ${about}` : say(name), text, fields, values, verb: say(name),
    send: (filled, key) => post(path, filled, version, key),
    done: become,
    refused: ({ status }) => { if (OVERTAKEN.has(status)) keeper.reread(); },
    reload: keeper.reread,
  });
  return button(say(name), ask, { 'data-action': name });
}

/** What can be done; the first of them stands out where it is what is mostly done next. */
export const actions = (...buttons) => {
  const shown = buttons.flat().filter(Boolean);
  if (NEXT.has(shown[0]?.dataset.action)) shown[0].classList.add('next');
  return shown.length > 0 && h('span', { class: 'actions' }, shown);
};
