// What is to be done today: each count leads to its list.
import { address } from '/page/address.js';
import { get } from '/page/api.js';
import { h } from '/page/dom.js';
import { fill } from '/page/lists.js';
import { currentLanguage, say } from '/page/words.js';

const PRESSING = new Set(['overdue', 'escalated', 'contactsOverdue', 'probationOver']);

/** What lies on the desk, by where it belongs: the words, how much, and where the list is. */
const groups = (desk) => ({
  transfers: [
    ['overdue', desk.transfers.overdue, { list: 'overdue' }],
    ['escalated', desk.transfers.escalated, { list: 'escalated' }],
    ['due', desk.transfers.due, { list: 'due' }],
    ['receipts', desk.transfers.receipts, { list: 'receipts' }],
    ['letters', desk.letters, { list: 'letters', by: desk.lettersBy }],
    ['waiting', desk.transfers.waiting, { list: 'turn' }],
  ],
  mobile: [
    ['contactsOverdue', desk.mobile.contactsOverdue, { list: 'overdue' }],
    ['contactsDue', desk.mobile.contactsDue, { list: 'contact', by: desk.contactsBy }],
    ['pending', desk.mobile.pending, { list: 'pending' }],
    ['asked', desk.mobile.asked, { list: 'asked' }],
    ['unmatched', desk.mobile.unmatched, { list: 'unmatched' }],
    ['transferDue', desk.mobile.transferDue, { list: 'transferDue' }],
  ],
  probation: [
    ['probationOver', desk.probations.over, { by: desk.asOf }],
    ['probationEnding', desk.probations.ending, { by: desk.probationsBy }],
  ],
});

const inFull = (date) => new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date));

const todo = (view) => ([name, count, asked]) => h('li', {},
  h('a', { class: PRESSING.has(name) ? 'todo pressing' : 'todo', href: address(view, asked), 'data-todo': name },
    h('b', {}, String(count)), h('span', {}, say(`todo-${name}`))));

function panel(view, all) {
  const there = all.filter(([, count]) => count > 0);
  return h('section', { class: 'panel', 'data-group': view }, h('h2', {}, say(view)),
    there.length ? h('ul', {}, there.map(todo(view))) : h('p', { class: 'fine' }, say(`fine-${view}`)));
}

export function today() {
  const place = h('div');
  const lists = h('div');
  place.append(h('div', { class: 'heading' }, h('h1', { tabindex: -1 }, say('today'))), lists);
  fill(lists, async () => {
    const desk = await get('desk');
    const all = groups(desk);
    const idle = Object.values(all).flat().every(([, count]) => count === 0);
    return [
      h('p', { class: 'quiet' }, idle ? say('nothingToDo') : say('todayText', inFull(desk.asOf))),
      h('div', { class: 'todos' }, Object.entries(all).map(([view, those]) => panel(view, those))),
    ];
  });
  return place;
}
