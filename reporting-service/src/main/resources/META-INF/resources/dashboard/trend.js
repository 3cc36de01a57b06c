// One figure over time, as a line where it is a state and as bars where it is what happened.
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { chart, overTimeOption } from './charts.js';
import { figureCell } from './csv.js';
import { overTimeAsked } from './figures.js';
import { figureName } from './names.js';
import { shown, text } from './numbers.js';
import { downloads } from './sheet.js';
import { asTable } from './table.js';

const STEPS = ['month', 'quarter', 'year'];

const short = (date, step) => (step === 'year' && date.endsWith('-12-31') ? date.slice(0, 4) : step === 'year' ? date : date.slice(0, 7));

export function stepChoice(question, go) {
  return h('label', { class: 'inline' }, say('step'), ' ',
    h('select', { id: 'step', 'data-key': 'step', onchange: (event) => go({ step: event.target.value }) },
      STEPS.map((step) => h('option', { value: step, selected: step === question.step }, say(step)))));
}

export function trend(points, { question, definitions }, go) {
  const definition = definitions.get(question.figure);
  const name = figureName(definitions, question.figure);
  const figures = points.map((point) => ({ ...point, unit: definition.unit }));
  const known = figures.filter(({ value }) => value !== null && value !== undefined);
  const hidden = figures.filter(({ suppressed }) => suppressed).length;
  const sums = Boolean(definition.overPeriod);
  const headings = [say('day'), sums ? `${name} (${say('perStep')})` : name];
  const days = (point) => (point.from ? `${point.from} – ${point.date}` : point.date);
  const description = known.length ? `${name}: ${days(known[0])} ${text(known[0])}, ${days(known.at(-1))} ${text(known.at(-1))}` : `${name}: ${say('noData')}`;
  return [
    h('div', { class: 'bar' }, stepChoice(question, go), sums && h('span', { class: 'small' }, say('perStep')),
      downloads(say('trend'), `jiceng-${question.figure}-${question.step}-${question.day}`, () => [headings, ...figures.map((point) => [days(point), figureCell(point)])],
        overTimeAsked(question, definition))),
    known.length
      ? chart(description, overTimeOption(figures.map((point) => ({ label: short(point.date, question.step), value: point.value })), { name, unit: definition.unit, sums }))
      : h('p', { class: 'small' }, say('nothingToDraw')),
    hidden > 0 && h('p', { class: 'small legend' }, say('pointsHidden', hidden)),
    asTable(`${say('trend')}: ${name}`, headings, figures.map((point) => [days(point), shown(point)])),
  ];
}
