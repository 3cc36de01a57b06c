// Days as the address and the service write them, reckoned without a clock or a zone.
const A_DAY = 86_400_000;
const text = (date) => date.toISOString().slice(0, 10);
const parts = (day) => day.split('-').map(Number);
/** The last day of a month, counted from 0; a month out of the year is one of another year. */
const endOf = (year, month) => text(new Date(Date.UTC(year, month + 1, 0)));
const FORM = /^\d{4}-\d{2}-\d{2}$/;

export const isDay = (day) => FORM.test(day ?? '') && !Number.isNaN(Date.parse(day)) && text(new Date(day)) === day;
export const plusDays = (day, days) => text(new Date(Date.parse(day) + days * A_DAY));

/** The same day so many months before, or the last day of that month where it has none. */
export function monthsBefore(day, months) {
  const [year, month, date] = parts(day);
  const last = endOf(year, month - 1 - months);
  return Number(last.slice(8)) < date ? last : `${last.slice(0, 8)}${String(date).padStart(2, '0')}`;
}

/** The days that are mostly compared with, by their names. */
export const PRESETS = {
  monthEnd: (day) => { const [year, month] = parts(day); return endOf(year, month - 2); },
  quarterEnd: (day) => { const [year, month] = parts(day); return endOf(year, Math.floor((month - 1) / 3) * 3 - 1); },
  yearEnd: (day) => `${String(parts(day)[0] - 1).padStart(4, '0')}-12-31`,
  yearBefore: (day) => monthsBefore(day, 12),
  threeYears: (day) => monthsBefore(day, 36),
};

const MONTHS = { month: 1, quarter: 3, year: 12 };

/** The ends of the steps that came before a day, and then the day itself; oldest first. */
export function stepsTo(day, step, count) {
  const [year, month] = parts(day);
  const every = MONTHS[step];
  const current = Math.floor((month - 1) / every) * every;
  const ends = Array.from({ length: count }, (_, back) => endOf(year, current - 1 - every * (count - 1 - back)));
  return [...ends, day];
}

/** The last end of a month that is not after a day. */
export function monthEndUpTo(day) {
  const [year, month] = parts(day);
  const end = endOf(year, month - 1);
  return end === day ? day : endOf(year, month - 2);
}
