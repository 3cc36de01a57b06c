// The parts of the page below what is seen at a glance: what each asks for and how it is drawn.
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { belowTable, joined, map, ways } from './below.js';
import { chosenFigure } from './chosen-figure.js';
import { overTime, rowsFor, targetsOf } from './figures.js';
import { gaps, gapsAsked } from './gaps.js';
import { figureName } from './names.js';
import { panel } from './panel.js';
import { readStructure, structure } from './structure.js';
import { kinds, subject } from './subjects.js';
import { targets } from './targets.js';
import { trend } from './trend.js';

const named = (key) => () => say(key);
const ofFigure = (key) => ({ question, definitions }) => `${say(key)} · ${figureName(definitions, question.figure)}`;
const rowsOf = async (asked) => ({ rows: await asked.rows, earlier: await asked.earlier });
const withRows = (draw) => ({ rows, earlier }, asked) => draw(joined(rows, earlier), asked);
const values = (asked) => [...asked.now.values(), ...asked.before.values()];

/** @param go changes what is asked for */
export function sections(go) {
  const chosen = panel('chosen', named('figureChosen'), { load: async () => null, draw: (_, asked) => h('div', { class: 'filters' }, chosenFigure(asked, go)), wide: true });
  const inMap = panel('map', ofFigure('below'), { load: rowsOf, draw: withRows(map) });
  const inTime = panel('trend', ofFigure('trend'), {
    load: ({ question, definitions }, signal) => overTime(question, definitions.get(question.figure), signal), draw: (points, asked) => trend(points, asked, go) });
  const table = panel('below', named('below'), {
    load: async (asked) => ({ ...await rowsOf(asked), whole: values(asked) }), draw: (found, asked) => [ways(asked), withRows(belowTable)(found, asked)].flat(), wide: true });
  const missing = panel('gaps', named('gaps'), { load: (asked, signal) => rowsFor(gapsAsked(asked), signal), draw: gaps, wide: true });
  const aims = panel('targets', named('targets'), { load: ({ question, place }, signal) => targetsOf(question, place, signal), draw: targets, wide: true });
  const people = panel('structure', named('structure'), { load: readStructure, draw: structure, wide: true });
  const subjects = ['mobile', 'occupancy', 'cadence'].map((name) => panel(name, named(name), {
    load: async (asked) => ({ ...await rowsOf(asked), whole: values(asked) }), draw: withRows((rows, asked) => subject(name, rows, asked)) }));
  const byKind = panel('kinds', named('kinds'), { load: async (asked) => values(asked), draw: (_, asked) => kinds(asked) });
  return {
    places: [chosen.place, h('div', { class: 'pair' }, inMap.place, inTime.place), table.place, missing.place, aims.place,
      h('div', { class: 'quad' }, byKind.place, subjects[0].place, subjects[1].place, subjects[2].place), people.place],
    panels: [chosen, inMap, inTime, table, missing, aims, byKind, ...subjects, people],
  };
}
