// Where one is, on which day, compared with which; and the ways to other days.
import { button, h } from '/page/dom.js';
import { currentLanguage, say } from '/page/words.js';
import { isDay, PRESETS } from './days.js';
import { placeName } from './names.js';
import { addressOf, NONE, placeAddress } from './question.js';

const toPlace = ({ area, organization }) => ({ area, organization });

/** The way from the top of what one sees down to the place, which is its heading. */
export function way({ question, place }) {
  const above = place.trail.slice(0, -1);
  const here = place.trail.at(-1);
  return [
    h('ol', { class: 'way' }, above.map((step, i) => h('li', {},
      h('a', { href: placeAddress(question.given, i === 0 && step.level === 'DISTRICT' ? {} : toPlace(step)), 'data-key': `way ${i}` }, placeName(step))))),
    h('h1', { id: 'place', tabindex: -1 }, here ? placeName(here) : say('wholeDistrict')),
    place.area && h('a', { class: 'small', href: placeAddress(question.given, { area: place.area.area }), 'data-key': 'area of line' }, say('areaOfLine', placeName(place.area))),
  ];
}

/** The choice of days, made once; it is set to what the address says. */
export function controls(go) {
  const asOf = h('input', { type: 'date', id: 'as-of', required: true });
  const other = h('input', { type: 'date', id: 'with' });
  const fault = h('p', { class: 'trouble-line', role: 'alert', id: 'day-fault' });
  const preset = h('select', { id: 'preset' });
  const today = button('', () => go({ asOf: undefined }), { id: 'today', class: 'plain' });
  const labels = ['asOf', 'compareWith', 'choosePreset'].map((key) => [key, h('span')]);
  const [asOfLabel, withLabel, presetLabel] = labels.map(([, span]) => span);
  let current;

  function choose() {
    const [day, before] = [asOf.value, other.value];
    const wrong = !isDay(day) ? [asOf, 'badDate'] : before && !isDay(before) ? [other, 'badDate'] : before && before >= day ? [other, 'dateAfter'] : null;
    for (const input of [asOf, other]) input.toggleAttribute('aria-invalid', wrong?.[0] === input);
    fault.textContent = wrong ? say(wrong[1]) : '';
    if (wrong) return;
    // a day that was only thought of goes with the day it was reckoned from
    const reckoned = before === current.before && current.given.with === undefined;
    go({ asOf: day === current.today ? undefined : day, with: reckoned ? undefined : before || NONE });
  }
  asOf.addEventListener('change', choose);
  other.addEventListener('change', choose);
  preset.addEventListener('change', () => {
    const chosen = preset.value;
    if (chosen) go({ with: chosen === NONE ? NONE : chosen === 'yearBefore' ? undefined : PRESETS[chosen](current.day) });
  });

  const form = h('form', { class: 'filters days', onsubmit: (event) => { event.preventDefault(); choose(); } },
    h('label', {}, asOfLabel, asOf), today, h('label', {}, withLabel, other), h('label', {}, presetLabel, preset), fault);

  function set(question) {
    current = question;
    labels.forEach(([key, span]) => { span.textContent = say(key); });
    today.textContent = say('today');
    fault.textContent = '';
    // what somebody is about to type is theirs
    if (document.activeElement !== asOf) asOf.value = question.day;
    if (document.activeElement !== other) other.value = question.before ?? '';
    const options = [['', 'choosePreset'], ...Object.keys(PRESETS).map((name) => [name, name]), [NONE, 'noComparison']];
    preset.replaceChildren(...options.map(([value, key]) => h('option', { value }, say(key))));
  }
  return { form, set };
}

const time = () => new Intl.DateTimeFormat(currentLanguage(), { timeStyle: 'medium' });

/** What the figures are of, and how fresh they are. */
export function freshness({ question, freshness: logs, readAt }) {
  const unknown = logs.some(({ lag }) => lag === null || lag === undefined);
  const waiting = logs.reduce((sum, { lag }) => sum + (lag ?? 0), 0);
  return [
    say('asOfText', question.day),
    question.before && say('comparedWith', question.before),
    unknown ? say('lagUnknown') : waiting === 0 ? say('fresh') : say('lagging', new Intl.NumberFormat(currentLanguage()).format(waiting)),
    say('readAt', time().format(readAt)),
  ].filter(Boolean).join(' · ');
}

