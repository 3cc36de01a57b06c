// The page put together: first where one is and what stands out, then its parts, each as soon as it is there.
import { button, h } from '/page/dom.js';
import { trouble } from '/page/lists.js';
import { currentLanguage, say } from '/page/words.js';
import { AT_A_GLANCE, BELOW } from './chosen.js';
import { below, placeAsked, statistics } from './figures.js';
import { glance, glanceDownload } from './glance.js';
import { controls, freshness, way } from './head.js';
import { keeping } from './keeping.js';
import { byName } from './names.js';
import { whyNone } from './numbers.js';
import { addressOf, placeAddress, settled } from './question.js';
import { sections } from './sections.js';

const unique = (names) => [...new Set(names)];

/**
 * @param wanted.titled is told the place that is shown
 * @param wanted.told is told what was asked, once all of it is there
 * @param wanted.aside stands beside the place
 */
export function board({ session, definitions, titled, told, aside }) {
  let given;
  let shown;
  let stop = new AbortController();
  const go = (change) => { location.hash = addressOf(given, change); };
  const days = controls(go);
  const parts = sections(go);
  const place = h('div', { class: 'place' });
  const state = h('p', { id: 'freshness', class: 'small' });
  const tools = h('p', { class: 'actions tools' });
  const groups = h('div', { class: 'groups' });
  const failed = h('div', { class: 'failed' });
  const notes = h('div', { class: 'notes' });
  const all = h('div', { class: 'parts' }, groups, parts.places, notes);

  /** All that is asked about the day and the day compared with; begun together. */
  function ask(question, where, signal) {
    const glanced = unique([...AT_A_GLANCE, question.figure]);
    const ofDay = (day, indicators) => (day ? statistics(question, day, indicators, signal) : { values: [], freshness: [] });
    const rowsOf = (day, indicators) => (day ? below(question, where, day, indicators, signal) : []);
    const rows = Promise.resolve(rowsOf(question.day, unique([...BELOW, question.figure])));
    const earlier = Promise.resolve(rowsOf(question.before, unique([...BELOW, question.figure])));
    // a part that shows them says what went wrong
    for (const one of [rows, earlier]) one.catch(() => {});
    return { rows, earlier, both: Promise.all([ofDay(question.day, glanced), ofDay(question.before, glanced)]) };
  }

  async function read(signal) {
    const where = await placeAsked(given, signal);
    const question = { ...settled(given, where.asOf), given, today: where.today };
    const { rows, earlier, both } = ask(question, where, signal);
    const [now, before] = await both;
    return { session, definitions, question, place: where, now: byName(now.values), before: byName(before.values), freshness: now.freshness, readAt: new Date(), rows, earlier };
  }

  function drawHead(asked, moved) {
    keeping(place, () => way(asked));
    days.set(asked.question);
    state.textContent = freshness(asked);
    keeping(tools, () => [glanceDownload(asked), button(say('print'), () => print(), { class: 'plain', id: 'print', 'data-key': 'print' })]);
    keeping(groups, () => glance(asked));
    titled(asked.place.trail.at(-1) ?? {});
    if (moved) {
      place.querySelector('h1').focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }

  const placeOf = (question) => `${question?.area} ${question?.organization} ${question?.by}`;

  /** Where there is but one at the top of the line, one begins below it. */
  async function isOneOnly({ question, rows }) {
    if (!question.by) return false;
    const topmost = await rows.catch(() => []);
    if (topmost.length !== 1) return false;
    location.replace(placeAddress(given, topmost[0].place));
    return true;
  }

  /** Draws what is asked; whoever asks anew meanwhile ends what was asked before. Answers whether it went well. */
  async function show(question) {
    stop.abort();
    stop = new AbortController();
    const { signal } = stop;
    const moved = shown !== undefined && placeOf(shown) !== placeOf(question);
    given = question;
    all.setAttribute('aria-busy', 'true');
    try {
      const asked = await read(signal);
      if (signal.aborted) return true;
      if (await isOneOnly(asked)) return true;
      shown = question;
      failed.replaceChildren();
      all.hidden = false;
      place.hidden = false;
      drawHead(asked, moved);
      await Promise.all(parts.panels.map((one) => one.show(asked, signal)));
      if (signal.aborted) return true;
      notes.replaceChildren(...whyNone(all));
      all.removeAttribute('aria-busy');
      document.body.dataset.drawn = `${asked.question.day} ${currentLanguage()}`;
      told(asked);
      return true;
    } catch (error) {
      if (error.name === 'AbortError' || signal.aborted) return true;
      all.hidden = moved || !shown;
      place.hidden = all.hidden;
      all.removeAttribute('aria-busy');
      failed.replaceChildren(trouble(error, () => show(question)), h('p', {}, h('a', { href: '#/' }, say('toFigures'))));
      return false;
    }
  }

  return { parts: [h('div', { class: 'top' }, h('div', {}, place, state), h('div', { class: 'beside' }, aside, tools)), days.form, failed, all], show, again: () => show(given), state };
}
