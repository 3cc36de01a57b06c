// Which figure is looked at more closely, what it means, and the ways down to what it is made of.
import { notice } from '/page/confirm.js';
import { button, h } from '/page/dom.js';
import { say } from '/page/words.js';
import { figureName } from './names.js';
import { seesPersons } from './rights.js';

/** Figures whose names begin with the same word stand together, in the order of the service. */
function choices(definitions, chosen) {
  return [...definitions.keys()].map((indicator) => h('option', { value: indicator, selected: indicator === chosen }, figureName(definitions, indicator)));
}

/** What few look at is fetched when it is wanted. */
const opening = (what, asked) => async () => {
  try {
    (await import('./records.js'))[what](asked);
  } catch {
    notice(say('unreachable'), true);
  }
};

export function chosenFigure(asked, go) {
  const { question, definitions, session } = asked;
  const definition = definitions.get(question.figure);
  const may = seesPersons(session, question);
  return [
    h('label', { class: 'inline' }, say('chooseFigure'), ' ', h('select', { id: 'figure', 'data-key': 'choose figure', onchange: (event) => go({ figure: event.target.value }) }, choices(definitions, question.figure))),
    may && button(say('openRecords'), opening('openRecords', asked), { class: 'plain', 'data-action': 'records', 'data-key': 'records' }),
    may && question.before && button(say('openChanges'), opening('openChanges', asked), { class: 'plain', 'data-action': 'changes', 'data-key': 'changes' }),
    h('p', { class: 'small definition' }, say('definition', definition.formula)),
  ];
}
