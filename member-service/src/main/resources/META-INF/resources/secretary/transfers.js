// Transfers in and out, the most pressing first.
import { address } from '/page/address.js';
import { get } from '/page/api.js';
import { day } from '/page/confirm.js';
import { button, h } from '/page/dom.js';
import { paged } from '/page/lists.js';
import { organizationsOf } from '/page/names.js';
import { say } from '/page/words.js';
import { announce, askForMember, depart, request } from './new-transfer.js';
import { mayAct } from './rights.js';
import { transferRow } from './transfer-row.js';

const PAGE = 20;
const OVER = ['ACKNOWLEDGED', 'REFUSED', 'CANCELLED', 'EXPIRED'];

/** What each list asks the service for. */
const LISTS = {
  open: () => ({ order: 'deadline' }),
  turn: () => ({ turn: true, order: 'deadline' }),
  due: () => ({ turn: true, due: day(), order: 'deadline' }),
  overdue: () => ({ turn: true, overdue: true, order: 'deadline' }),
  escalated: () => ({ turn: true, escalated: true, order: 'deadline' }),
  receipts: () => ({ turn: true, state: 'COMPLETED', order: 'deadline' }),
  letters: ({ by }) => ({ letterUntil: by, order: 'deadline' }),
  ...Object.fromEntries(OVER.map((state) => [state, () => ({ state })])),
};

export function transfers(asked, session, again) {
  const list = asked.list in LISTS && (asked.list !== 'letters' || asked.by) ? asked.list : 'open';
  const offered = Object.keys(LISTS).filter((name) => name !== 'letters' || asked.by);
  const reload = () => again();
  return h('div', {},
    h('div', { class: 'heading' }, h('h1', { tabindex: -1 }, say('transfers')), mayAct(session) && h('span', { class: 'actions' },
      button(say('askTransfer'), () => request(reload), { 'data-action': 'askTransfer' }),
      button(say('depart'), () => depart(reload), { 'data-action': 'depart' }),
      button(say('announce'), () => announce(reload, session), { 'data-action': 'announce' }),
      button(say('askForMember'), () => askForMember(reload, session), { 'data-action': 'askForMember' }))),
    h('div', { class: 'filters alone' }, h('label', {}, say('show'),
      h('select', { id: 'list', onchange: (event) => again(address('transfers', { ...asked, list: event.target.value })) },
        offered.map((name) => h('option', { value: name, selected: name === list }, say(`list-${name}`)))))),
    h('div', { class: 'sides' }, ['out', 'in'].map((direction) => side(direction, LISTS[list](asked), session))));
}

const side = (direction, wanted, session) => h('section', { class: 'panel', 'data-side': direction },
  h('h2', { tabindex: -1 }, say(`side-${direction}`)),
  paged((cursor) => get('transfers', { ...wanted, direction, limit: PAGE, cursor }), async (all) => {
    await organizationsOf(all.flatMap((one) => [one.sourceId, one.destinationId]));
    return Promise.all(all.map((one) => transferRow(one, direction, session)));
  }, say(`no-${direction}`)));
