// The place at a glance: figures in groups, each with what it has changed by. One of them is looked at more closely.
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { GAPS, GROUPS } from './chosen.js';
import { figureCell } from './csv.js';
import { statisticsAsked } from './figures.js';
import { figureName } from './names.js';
import { changeInWords, changeOf, direction, shown } from './numbers.js';
import { addressOf } from './question.js';
import { compared, downloads } from './sheet.js';

/** What each group says: of the glance, a table too. */
export function glance({ definitions, question, now, before }) {
  return Object.entries(GROUPS).map(([group, indicators]) =>
    h('section', { class: 'panel group', 'aria-labelledby': `group-${group}` },
      h('h2', { id: `group-${group}` }, say(`group-${group}`)),
      h('ul', { class: 'headlines' }, indicators.map((indicator) => headline({ definitions, question, now, before, indicator })))));
}

function headline({ definitions, question, now, before, indicator }) {
  const figure = now.get(indicator);
  const name = figureName(definitions, indicator);
  const chosen = question.figure === indicator;
  return h('li', { class: GAPS.has(indicator) && figure?.value > 0 ? 'headline gap' : 'headline', 'data-indicator': indicator },
    h('a', { href: addressOf(question.given, { figure: indicator }), 'aria-current': chosen && 'true', 'data-key': `figure ${indicator}`, title: say('showFigure', name) },
      h('span', { class: 'label' }, name), h('span', { class: 'value' }, shown(figure)),
      question.before && changeLine(figure, before.get(indicator))));
}

export const changeLine = (now, before) => h('span', { class: 'change', 'data-is': direction(changeOf(now, before)) }, changeInWords(now, before));

/** All that is seen at a glance, to be taken away. */
export function glanceDownload({ definitions, question, now, before }) {
  const indicators = Object.values(GROUPS).flat();
  const days = [question.day, ...(question.before ? [question.before] : [])];
  return downloads(say('product'), `jiceng-${question.day}`, () => [[say('chooseFigure'), say('unit'), ...days], ...indicators.map((indicator) => [
    figureName(definitions, indicator), definitions.get(indicator)?.unit, figureCell(now.get(indicator)), ...(question.before ? [figureCell(before.get(indicator))] : [])])],
  compared(statisticsAsked(question, question.day, indicators), question));
}
