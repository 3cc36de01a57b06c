// What is asked: the address says it all, so that what one sees can be kept, sent on, and gone back to.
import { address, read } from '/page/address.js';
import { isDay, PRESETS } from './days.js';
import { FIRST_FIGURE } from './chosen.js';

const STEPS = ['month', 'quarter', 'year'];
export const NONE = 'none';

/** What the address asks for; who sees a part of the district only begins at the top of that. */
export function asked(hash, session) {
  const { asked: given } = read(hash);
  const anywhere = given.area || given.organization;
  return {
    area: given.area,
    organization: given.area ? undefined : given.organization ?? (!anywhere && !session.wholeDistrict ? session.organizationId ?? undefined : undefined),
    by: given.by === 'line' ? 'line' : undefined,
    asOf: isDay(given.asOf) ? given.asOf : undefined,
    with: given.with === NONE || isDay(given.with) ? given.with : undefined,
    figure: given.figure,
    step: STEPS.includes(given.step) ? given.step : undefined,
  };
}

/** The address of a question that differs from another in something. */
export const addressOf = (question, change = {}) => address('', { ...question, ...change });

/** The address of another place, on the same days. */
export const placeAddress = (question, place) => addressOf(question, { area: undefined, organization: undefined, by: undefined, ...place });

export const isLine = (question) => Boolean(question.organization || (question.by === 'line' && !question.area));

/** The question with all that follows out of it, once it is known which day it is. */
export function settled(question, day) {
  const before = question.with === NONE ? null : question.with ?? PRESETS.yearBefore(day);
  return { ...question, day, before, figure: question.figure ?? FIRST_FIGURE, step: question.step ?? 'year' };
}
