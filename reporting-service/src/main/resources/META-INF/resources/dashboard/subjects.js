// Some subjects by themselves: how it stands, and where it stands best and worst below.
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { barItems } from './below.js';
import { changeLine } from './glance.js';
import { barsOption, chart } from './charts.js';
import { KINDS, SUBJECTS } from './chosen.js';
import { figureName, placeName } from './names.js';
import { number, shown } from './numbers.js';
import { belowAsked, statisticsAsked } from './figures.js';
import { sheetButton } from './sheet.js';
import { asTable } from './table.js';
import { placeAddress } from './question.js';

const SHOWN = 10;

/** The figures of a subject, and what is below by the first of them. */
export function subject(name, rows, { question, place, definitions, now, before }) {
  const indicators = SUBJECTS[name];
  const [first] = indicators;
  const unit = definitions.get(first)?.unit;
  const known = rows.filter((row) => row.now.get(first)?.value > 0)
    .sort((a, b) => b.now.get(first).value - a.now.get(first).value);
  const items = barItems(known.slice(0, SHOWN), first);
  const title = figureName(definitions, first);
  return [
    h('dl', { class: 'facts' }, indicators.map((indicator) => h('div', {}, h('dt', {}, figureName(definitions, indicator)),
      h('dd', {}, shown(now.get(indicator)), question.before && changeLine(now.get(indicator), before.get(indicator)))))),
    items.length > 0 && chart(`${title}: ${items.map((item) => `${item.name} ${number(item.value, unit)}`).join(', ')}`, barsOption(items, unit),
      { rows: items.length, chosen: (row) => { location.hash = placeAddress(question.given, row.place); } }),
    known.length > SHOWN && h('p', { class: 'small legend' }, say('top', SHOWN)),
    rows.length > 0 && asTable(say(name), [say('area'), ...indicators.map((indicator) => figureName(definitions, indicator))],
      rows.map((row) => [placeName(row), ...indicators.map((indicator) => shown(row.now.get(indicator)))]),
      sheetButton(say(name), `jiceng-${name}-${question.day}`, belowAsked(question, place, question.day, indicators))),
  ];
}

/** How many organisations there are of each kind. */
export function kinds({ question, definitions, now }) {
  const items = KINDS.map((indicator) => ({ name: figureName(definitions, indicator), value: now.get(indicator)?.value ?? null }));
  const known = items.filter(({ value }) => value !== null);
  return [
    known.length ? chart(known.map(({ name, value }) => `${name} ${number(value)}`).join(', '), barsOption(known, 'count'), { rows: known.length }) : h('p', { class: 'small' }, say('nothingToDraw')),
    asTable(say('kinds'), [say('kinds'), say('value')], KINDS.map((indicator) => [figureName(definitions, indicator), shown(now.get(indicator))]),
      sheetButton(say('kinds'), `jiceng-kinds-${question.day}`, statisticsAsked(question, question.day, KINDS))),
  ];
}
