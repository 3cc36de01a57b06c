// The targets in force, and how far each figure is from its own.
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { figureName } from './names.js';
import { number, shown, signed } from './numbers.js';
import { targetsAsked } from './figures.js';
import { addressOf } from './question.js';
import { sheetButton } from './sheet.js';

const verdict = (met) => met !== null && h('span', { class: met ? 'tag good' : 'tag bad' }, say(met ? 'targetMet' : 'targetMissed'));

function line({ target, value, unit, gap, met, suppressed }, { question, definitions }) {
  return h('li', { 'data-target': target.id },
    h('a', { href: addressOf(question.given, { figure: target.indicator }), 'data-key': `target ${target.id}` }, figureName(definitions, target.indicator)),
    h('span', {}, shown({ value, unit, suppressed }), ' ', h('span', { class: 'small' }, say(`target-${target.direction}`, number(target.value, unit)), gap !== null && ` (${unit === 'ratio' ? number(gap, unit) : signed(gap)})`), ' ', verdict(met)));
}

/** What is not met comes first. */
export function targets(gaps, asked) {
  if (!gaps.length) return h('p', { class: 'small' }, say('noTargets'));
  const pressing = ({ met }) => (met === false ? 0 : met === null ? 1 : 2);
  return [h('ul', { class: 'rows targets' }, [...gaps].sort((a, b) => pressing(a) - pressing(b)).map((gap) => line(gap, asked))),
    h('p', { class: 'actions' }, sheetButton(say('targets'), `jiceng-targets-${asked.question.day}`, targetsAsked(asked.question, asked.place)))];
}
