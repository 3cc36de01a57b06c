// Asks for figures. What happened is told of the year before the day, what there is as of the day.
import { get } from '/page/api.js';
import { monthsBefore, stepsTo } from './days.js';
import { isLine } from './question.js';

const A_YEAR = 12;
const STEPS_SHOWN = { month: 24, quarter: 20, year: 20 };
/** What happens is summed up within each step. */
const STEPS_OF_WHAT_HAPPENS = { month: 12, quarter: 12, year: 10 };
const MOST_BELOW = 500;

const placeOf = ({ area, organization }) => ({ area, organization });

// Each question is a path and its parameters, so that it can be asked for as a file, too.
export const statisticsAsked = (question, day, indicators) =>
  ['statistics', { ...placeOf(question), asOf: day, since: monthsBefore(day, A_YEAR), indicators: indicators.join(',') }];

export const statistics = (question, day, indicators, signal) => get(...statisticsAsked(question, day, indicators), { signal });

/** Where the place lies, and which day is asked for. */
export const placeAsked = ({ area, organization, asOf }, signal) => get('statistics/place', { area, organization, asOf }, { signal });

const rowOfArea = (row) => ({ ...row, place: { area: row.area } });
const rowOfLine = (row) => ({ ...row, place: { organization: row.organization } });

export const areasAsked = (question, day, level, indicators) =>
  ['statistics/by-area', { area: question.area, asOf: day, since: monthsBefore(day, A_YEAR), level, indicators: indicators.join(',') }];

const lineAsked = (question, day, indicators) => ['statistics/by-organization',
  { organization: question.organization, asOf: day, since: monthsBefore(day, A_YEAR), indicators: indicators.join(','), limit: MOST_BELOW }];

const GRASSROOTS = new Set(['COMMUNITY', 'VILLAGE']);

/** The figures of what is next below a place: townships, communities, or the organisations below one. */
export function belowAsked(question, place, day, indicators) {
  if (isLine(question)) return lineAsked(question, day, indicators);
  const level = place.trail.at(-1)?.level;
  if (GRASSROOTS.has(level)) return null;
  return areasAsked(question, day, question.area && level !== 'DISTRICT' ? 'community' : 'township', indicators);
}

/** The rows of such a table, none where there is nothing to ask. */
export async function rowsFor(asked, signal) {
  if (!asked) return [];
  const answer = await get(...asked, { signal });
  return answer.areas ? answer.areas.map(rowOfArea) : answer.items.map(rowOfLine);
}

export const below = (question, place, day, indicators, signal) => rowsFor(belowAsked(question, place, day, indicators), signal);

/** A figure from step to step up to the day; what happened, within each. */
export function overTimeAsked({ day, step, ...place }, { indicator, overPeriod }) {
  const steps = overPeriod ? STEPS_OF_WHAT_HAPPENS[step] + 1 : STEPS_SHOWN[step];
  return ['statistics/series', { ...placeOf(place), from: stepsTo(day, step, steps)[0], to: day, step, perStep: overPeriod || undefined, indicators: indicator }];
}

export const overTime = async (question, definition, signal) => (await get(...overTimeAsked(question, definition), { signal })).series[0].points;

export const breakdownAsked = (question, day, indicator, by) => ['statistics/breakdown', { ...placeOf(question), asOf: day, indicator, by }];

export const breakdown = (question, day, indicator, by, signal) => get(...breakdownAsked(question, day, indicator, by), { signal });

/** The targets of the place, up to as many as one looks at, beside its figures. */
export const targetsAsked = (question, { trail }) =>
  ['statistics/gaps', { ...placeOf(question), area: question.organization ? undefined : question.area ?? trail.at(-1)?.area, asOf: question.day, limit: 100 }];

export const targetsOf = async (question, place, signal) => (await get(...targetsAsked(question, place), { signal })).items;

export const records = (question, indicator, cursor) =>
  get(`statistics/${indicator}/records`, { ...placeOf(question), asOf: question.day, since: monthsBefore(question.day, A_YEAR), limit: 50, cursor });

export const changes = (question, indicator, cursor) =>
  get(`statistics/${indicator}/changes`, { ...placeOf(question), from: question.before, to: question.day, limit: 50, cursor });

/** What each figure means, by its name. */
export const definitions = async () => new Map((await get('indicators')).items.map((one) => [one.indicator, one]));
