// Asks for figures. What happened is told of the year before the day, what there is as of the day.
import { get } from '/page/api.js';
import { monthsBefore, plusDays, stepsTo } from './days.js';
import { isLine } from './question.js';

const A_YEAR = 12;
const STEPS_SHOWN = { month: 24, quarter: 20, year: 20 };
/** What happens is summed up from step to step, each asked for by itself. */
const STEPS_OF_WHAT_HAPPENS = { month: 12, quarter: 12, year: 10 };
const MOST_BELOW = 500;

const placeOf = ({ area, organization }) => ({ area, organization });

export function statistics(question, day, indicators, signal, since = monthsBefore(day, A_YEAR)) {
  return get('statistics', { ...placeOf(question), asOf: day, since, indicators: indicators.join(',') }, { signal });
}

/** Where the place lies, and which day is asked for. */
export const placeAsked = ({ area, organization, asOf }, signal) => get('statistics/place', { area, organization, asOf }, { signal });

const rowOfArea = (row) => ({ ...row, place: { area: row.area } });
const rowOfLine = (row) => ({ ...row, place: { organization: row.organization } });

export async function areas(question, day, level, indicators, signal) {
  const asked = { area: question.area, asOf: day, since: monthsBefore(day, A_YEAR), level, indicators: indicators.join(',') };
  return (await get('statistics/by-area', asked, { signal })).areas.map(rowOfArea);
}

async function line(question, day, indicators, signal) {
  const asked = { organization: question.organization, asOf: day, since: monthsBefore(day, A_YEAR), indicators: indicators.join(','), limit: MOST_BELOW };
  return (await get('statistics/by-organization', asked, { signal })).items.map(rowOfLine);
}

const GRASSROOTS = new Set(['COMMUNITY', 'VILLAGE']);

/** The figures of what is next below a place: townships, communities, or the organisations below one. */
export function below(question, place, day, indicators, signal) {
  if (isLine(question)) return line(question, day, indicators, signal);
  const level = place.trail.at(-1)?.level;
  if (GRASSROOTS.has(level)) return Promise.resolve([]);
  return areas(question, day, question.area && level !== 'DISTRICT' ? 'community' : 'township', indicators, signal);
}

/** A figure from step to step up to the day; what happened, within each. */
export async function overTime(question, definition, signal) {
  const { day, step } = question;
  if (!definition.overPeriod) {
    const from = stepsTo(day, step, STEPS_SHOWN[step])[0];
    const answer = await get('statistics/series', { ...placeOf(question), from, to: day, step, indicators: definition.indicator }, { signal });
    return answer.series[0].points;
  }
  const [first, ...days] = stepsTo(day, step, STEPS_OF_WHAT_HAPPENS[step] + 1);
  const befores = [first, ...days];
  const answers = await Promise.all(days.map((end, i) => statistics(question, end, [definition.indicator], signal, befores[i])));
  return answers.map(({ values: [value] }, i) => ({ ...value, date: days[i], from: plusDays(befores[i], 1) }));
}

export const breakdown = (question, day, indicator, by, signal) =>
  get('statistics/breakdown', { ...placeOf(question), asOf: day, indicator, by }, { signal });

/** The targets of the place, up to as many as one looks at, beside its figures. */
export const targetsOf = async (question, { trail }, signal) =>
  (await get('statistics/gaps', { ...placeOf(question), area: question.organization ? undefined : question.area ?? trail.at(-1)?.area, asOf: question.day, limit: 100 }, { signal })).items;

export const records = (question, indicator, cursor) =>
  get(`statistics/${indicator}/records`, { ...placeOf(question), asOf: question.day, since: monthsBefore(question.day, A_YEAR), limit: 50, cursor });

export const changes = (question, indicator, cursor) =>
  get(`statistics/${indicator}/changes`, { ...placeOf(question), from: question.before, to: question.day, limit: 50, cursor });

/** What each figure means, by its name. */
export const definitions = async () => new Map((await get('indicators')).items.map((one) => [one.indicator, one]));
