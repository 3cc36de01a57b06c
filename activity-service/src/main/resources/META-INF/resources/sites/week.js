// A week of one space: when it is open, closed for a while, and booked, day by day in minutes.
import { get } from '/page/api.js';
import { organizationsOf } from '/page/names.js';
import { minuteOf, momentOf, plusDays, today, wall } from './clock.js';

const PAGE = 200;
const END_OF_DAY = 24 * 60;
const DAYS = 7;
const ORDINARY = { from: 7 * 60, until: 22 * 60 };
const SHOWN = new Set(['HELD', 'REQUESTED', 'CONFIRMED', 'CHECKED_IN', 'NO_SHOW']);

/** How long a slot of the calendar is, in minutes. */
export const STEP = 30;

/** All pages of a list, until enough is said to be there. */
async function all(path, asked, enough = () => false) {
  const found = [];
  let cursor;
  do {
    const page = await get(path, { ...asked, limit: PAGE, cursor });
    found.push(...page.items);
    cursor = enough(found) ? null : page.nextCursor;
  } while (cursor);
  return found;
}

async function closuresOf(siteId, spaceId, from, until) {
  const found = await all(`sites/${siteId}/closures`, {}, (some) => some.at(-1)?.startsAt >= until);
  return found.filter((one) => !one.cancelledAt && (!one.spaceId || one.spaceId === spaceId) && one.startsAt < until && one.endsAt > from);
}

/** What of a stretch lies on a date. */
const onDate = (date, stretch) => ({ from: minuteOf(date, stretch.startsAt), until: minuteOf(date, stretch.endsAt), of: stretch });
const onThatDate = (date, stretches) => stretches.map((one) => onDate(date, one)).filter(({ from, until }) => until > from);

/** @param monday the first day of the week */
export async function weekOf(siteId, spaceId, monday) {
  const end = plusDays(monday, DAYS);
  const from = momentOf(monday, '00:00').toISOString();
  const until = momentOf(end, '00:00').toISOString();
  const [opening, bookings, closures] = await Promise.all([
    get(`sites/${siteId}/opening-hours`, { from: monday, until: end }),
    all('bookings', { spaceId, from, until }),
    closuresOf(siteId, spaceId, from, until),
  ]);
  const shown = bookings.filter(({ state }) => SHOWN.has(state));
  const names = await organizationsOf(shown.map((one) => one.organizationId));
  return {
    names,
    days: opening.days.map((day) => ({
      date: day.date,
      holiday: day.holiday,
      open: onThatDate(day.date, day.openTimes),
      closures: onThatDate(day.date, closures),
      bookings: onThatDate(day.date, shown),
    })),
  };
}

/** From which minute to which the week is worth showing: not the night of what is always open. */
export function hoursOf(week) {
  const stretches = week.days.flatMap(({ open }) => open);
  const always = stretches.some(({ from, until }) => from === 0 && until === END_OF_DAY);
  const shown = week.days.flatMap(({ bookings }) => bookings).concat(always || !stretches.length ? [ORDINARY] : stretches);
  const hour = 60;
  return {
    from: Math.floor(Math.min(...shown.map(({ from }) => from)) / hour) * hour,
    until: Math.ceil(Math.max(...shown.map(({ until }) => until)) / hour) * hour,
  };
}

const overlaps = (from, until) => (stretch) => stretch.from < until && stretch.until > from;

/** What a slot of a day is: past, shut, closure, taken or free, and by which bookings. */
export function slotOf(day, from, until = from + STEP) {
  const here = overlaps(from, until);
  const bookings = day.bookings.filter(here).map(({ of }) => of);
  if (bookings.length) return { is: 'taken', bookings };
  if (day.closures.some(here)) return { is: 'closure' };
  if (!day.open.some((open) => open.from <= from && open.until >= until)) return { is: 'shut' };
  const now = wall(Date.now());
  if (day.date < now.date || (day.date === now.date && from < minuteOf(day.date, Date.now()))) return { is: 'past' };
  return { is: 'free' };
}

/** The stretches of a day that are still free, each as long as it can be. */
export function freeStretches(day) {
  const found = [];
  for (let at = 0; at < END_OF_DAY; at += STEP) {
    if (slotOf(day, at).is !== 'free') continue;
    const last = found.at(-1);
    if (last?.until === at) last.until += STEP;
    else found.push({ from: at, until: at + STEP });
  }
  return found;
}

export const isToday = (day) => day.date === today();
