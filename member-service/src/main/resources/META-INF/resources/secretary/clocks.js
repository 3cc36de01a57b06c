// How much time is left, in days of the district, as people say it.
import { day } from '/page/confirm.js';
import { h } from '/page/dom.js';
import { say } from '/page/words.js';

const A_DAY = 86_400_000;

/** From today to a day; negative when it has passed. */
export const daysUntil = (date) => Math.round((Date.parse(date) - Date.parse(day())) / A_DAY);

function inWords(days, passed, now, ahead) {
  if (days < 0) return say(passed, -days);
  return days === 0 ? say(now) : say(ahead, days);
}

/** By when something has to be done; what has passed stands out. */
export function dueTag(date) {
  if (!date) return null;
  const days = daysUntil(date);
  return h('span', { class: days < 0 ? 'tag bad' : 'tag', title: date }, inWords(days, 'overdueBy', 'dueToday', 'dueInDays'));
}

/** Until when something is good. */
export const lasts = (date) => inWords(daysUntil(date), 'ranOut', 'runsOutToday', 'runsOutIn');

/** From when on something is possible. */
export function possibleTag(date) {
  const days = daysUntil(date);
  return h('span', { class: days <= 0 ? 'tag bad' : 'tag', title: date }, inWords(days, 'overSince', 'overToday', 'overIn'));
}
