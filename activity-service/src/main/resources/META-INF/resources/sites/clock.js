// Moments, and what the clock on the wall of the district shows.
import { day } from '/page/confirm.js';
import { currentLanguage, say } from '/page/words.js';

const ZONE = 'Asia/Shanghai';
const A_DAY = 86_400_000;
const A_MINUTE = 60_000;
const WALL = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** The date and the time, to the minute, that a moment has on the wall. */
export function wall(moment) {
  const [date, time] = WALL.format(new Date(moment)).split(' ');
  return { date, time: time.slice(0, 5) };
}

/** The moment at which the wall shows a date and a time; 24:00 is the end of the day. */
export function momentOf(date, time) {
  const asIf = Date.parse(`${date}T${time}:00Z`);
  const ahead = (at) => {
    const shown = wall(at);
    return Date.parse(`${shown.date}T${shown.time}:00Z`) - at;
  };
  return new Date(asIf - ahead(asIf - ahead(asIf)));
}

export const plusDays = (date, days) => new Date(Date.parse(date) + days * A_DAY).toISOString().slice(0, 10);

/** The Monday of a date's week. */
export const mondayOf = (date) => plusDays(date, -((new Date(date).getUTCDay() + 6) % 7));

export const today = () => day();

/** Minutes from the beginning of a date to a moment, kept within that date. */
export function minuteOf(date, moment) {
  const minutes = (new Date(moment) - momentOf(date, '00:00')) / A_MINUTE;
  return Math.min(Math.max(minutes, 0), 24 * 60);
}

/** 570 as 09:30. */
export const timeOf = (minute) => [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

const format = (options) => (date) =>
  new Intl.DateTimeFormat(currentLanguage(), { timeZone: 'UTC', ...options }).format(new Date(date));

export const dayInWords = format({ weekday: 'short', month: 'short', day: 'numeric' });
export const weekdayInWords = format({ weekday: 'short' });
export const monthDay = format({ month: 'numeric', day: 'numeric' });
export const dateInFull = format({ dateStyle: 'long' });

/** From a moment to another, as people say it. */
export function spanInWords(startsAt, endsAt) {
  const from = wall(startsAt);
  const until = wall(endsAt);
  const end = until.date === from.date ? until.time : `${dayInWords(until.date)} ${until.time}`;
  return say('span', dayInWords(from.date), from.time, end);
}
