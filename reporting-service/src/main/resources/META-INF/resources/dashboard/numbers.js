// Figures in words. Nothing known is never 0, what is hidden is neither, and 0 is 0.
import { h } from '/page/dom.js';
import { currentLanguage, say } from '/page/words.js';

const format = (options) => (value) => new Intl.NumberFormat(currentLanguage(), options).format(value);
const STYLES = {
  ratio: format({ style: 'percent', maximumFractionDigits: 1 }),
  CNY: format({ style: 'currency', currency: 'CNY', maximumFractionDigits: 0 }),
};
const plain = format({ maximumFractionDigits: 1 });
const points = format({ maximumFractionDigits: 1, signDisplay: 'always' });
const percent = format({ style: 'percent', maximumFractionDigits: 1, signDisplay: 'always' });

export const signed = format({ maximumFractionDigits: 2, signDisplay: 'exceptZero' });

export const isRatio = (unit) => unit === 'ratio';
export const number = (value, unit) => (STYLES[unit] ?? plain)(value);

const isKnown = (figure) => Boolean(figure) && !figure.suppressed && figure.value !== null && figure.value !== undefined;

/** A figure as text. */
export const text = (figure) => (isKnown(figure) ? number(figure.value, figure.unit) : say(figure?.suppressed ? 'suppressed' : 'noData'));

/** A figure as an element, by which one sees that it is none where there is none, and why. */
export function shown(figure) {
  if (isKnown(figure)) return h('span', { class: 'number' }, text(figure));
  const why = figure?.suppressed ? 'suppressed' : 'noData';
  return h('span', { class: 'number none', 'data-none': why, title: say(`${why}Why`) }, text(figure));
}

/** Why some figures of a part of the page are not there, for who cannot point at them. */
export const whyNone = (place) => ['suppressed', 'noData'].filter((why) => place.querySelector(`[data-none="${why}"]`))
  .map((why) => h('p', { class: 'small', 'data-why': why }, say(`${why}Why`)));

/** What a figure has changed by, on another day's; null where either is not known. */
export const changeOf = (now, before) => (isKnown(now) && isKnown(before) ? now.value - before.value : null);

/** A change in words: the difference, and what part of the former figure that is. */
export function changeInWords(now, before) {
  const change = changeOf(now, before);
  if (change === null) return say('notComparable');
  if (change === 0) return say('unchanged');
  if (isRatio(now.unit)) return say('points', points(change * 100));
  const sign = change > 0 ? '+' : '−';
  const amount = `${sign}${number(Math.abs(change), now.unit)}`;
  return before.value === 0 ? amount : `${amount} (${percent(change / before.value)})`;
}

export const direction = (change) => (change === null ? 'unknown' : change > 0 ? 'more' : change < 0 ? 'less' : 'same');
