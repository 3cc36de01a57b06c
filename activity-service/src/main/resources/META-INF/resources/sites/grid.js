// A week as a grid: seven days across, half hours down. Arrow keys walk, Shift and an arrow takes more of a
// day, Enter books or opens; a mouse draws over what is free.
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { dayInWords, monthDay, plusDays, spanInWords, timeOf, weekdayInWords } from './clock.js';
import { byPointer, whereIs } from './pointer.js';
import { selection } from './selection.js';
import { hoursOf, isToday, slotOf, STEP } from './week.js';

const WALK = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * @param acts.choose takes a date and two minutes of it, to be booked; false where nothing may be booked
 * @param acts.open shows bookings; acts.turn goes some weeks on; acts.focus which slot is come back to
 */
export function grid(week, acts) {
  const { from, until } = hoursOf(week);
  const minutes = Array.from({ length: (until - from) / STEP }, (_, i) => from + i * STEP);
  const slots = minutes.map((minute) => week.days.map((day) => ({ ...slotOf(day, minute), day, minute })));
  const cells = slots.map((row, r) => row.map((slot, c) => cell(week, slot, slots[r - 1]?.[c])));
  const table = h('table', { class: 'grid', role: 'grid', 'aria-label': acts.label, 'aria-multiselectable': true, 'aria-describedby': 'grid-keys' },
    h('thead', {}, h('tr', { role: 'row' }, h('th', { role: 'columnheader', scope: 'col' }, h('span', { class: 'hidden-label' }, say('time'))),
      week.days.map(head))),
    h('tbody', {}, cells.map((row, r) => h('tr', { role: 'row', class: minutes[r] % 60 ? 'half' : 'full' },
      h('th', { role: 'rowheader', scope: 'row' }, h('span', { class: minutes[r] % 60 ? 'hidden-label' : '' }, timeOf(minutes[r]))), row))));
  move(table, slots, cells, acts);
  return [h('p', { class: 'small', id: 'grid-keys' }, say(acts.choose ? 'gridKeys' : 'gridKeysReading')), h('div', { class: 'scrolled' }, table), legend()];
}

const head = (day) => h('th', { role: 'columnheader', scope: 'col', class: isToday(day) ? 'today' : '', 'aria-current': isToday(day) && 'date' },
  weekdayInWords(day.date), ' ', h('span', { class: 'date' }, monthDay(day.date)),
  day.holiday && h('span', { class: 'small' }, say(`holiday-${day.holiday}`)));

const legend = () => h('ul', { class: 'legend', 'aria-hidden': true },
  ['free', 'taken', 'requested', 'shut', 'closure'].map((is) => h('li', {}, h('span', { class: `slot ${is}` }), say(`slot-${is}`))));

const kindOf = (slot) => (slot.is === 'taken' && slot.bookings.every(({ state }) => state === 'REQUESTED') ? 'requested' : slot.is);

function cell(week, slot, above) {
  const booking = slot.bookings?.[0];
  const begins = booking && above?.bookings?.[0]?.id !== booking.id;
  const name = booking && (week.names.get(booking.organizationId)?.name ?? say('someOrganization'));
  const what = booking ? say('slotTaken', name, spanInWords(booking.startsAt, booking.endsAt), say(`state-${booking.state}`)) : say(`slot-${slot.is}`);
  const label = say('slotLabel', dayInWords(slot.day.date), timeOf(slot.minute), timeOf(slot.minute + STEP), what);
  return h('td', {
    role: 'gridcell', tabindex: -1, class: `slot ${kindOf(slot)} ${booking && !begins ? 'goes-on' : ''}`, 'aria-label': label,
    'aria-selected': slot.is === 'free' && 'false', 'data-slot': `${slot.day.date} ${timeOf(slot.minute)}`, 'data-is': slot.is,
    'data-booking': booking?.id, title: booking && `${name} · ${spanInWords(booking.startsAt, booking.endsAt)}`,
  }, begins && h('span', { class: 'text' }, name));
}

/** Where one begins: the slot that is come back to, else the first that is free. */
function firstOf(slots, focus) {
  const all = slots.flatMap((row, r) => row.map((slot, c) => ({ slot, at: [r, c] })));
  const back = focus?.date && all.find(({ slot }) => slot.day.date === focus.date && slot.minute === focus.minute);
  const soonest = all.filter(({ slot }) => slot.is === 'free')
    .sort((a, b) => a.slot.day.date.localeCompare(b.slot.day.date) || a.slot.minute - b.slot.minute)[0];
  return (back ?? soonest)?.at ?? [0, 0];
}

function move(table, slots, cells, acts) {
  let at = firstOf(slots, acts.focus);
  const chosen = selection(slots, cells);
  cells[at[0]][at[1]].tabIndex = 0;

  /** One slot can be reached by Tab: where one is. */
  function stay(r, c) {
    cells[at[0]][at[1]].tabIndex = -1;
    at = [r, c];
    cells[r][c].tabIndex = 0;
  }

  function go(r, c) {
    if (!cells[r]?.[c]) return;
    stay(r, c);
    cells[r][c].focus();
  }

  function enter() {
    const slot = slots[at[0]][at[1]];
    const back = { date: slot.day.date, minute: slot.minute };
    if (slot.bookings) return acts.open(slot.bookings, back);
    if (slot.is !== 'free' || !acts.choose) return;
    const { from, until } = chosen.stretch(at);
    acts.choose(slot.day.date, from, until, back);
  }

  function turn(weeks) {
    const slot = slots[at[0]][at[1]];
    acts.turn(weeks, { date: plusDays(slot.day.date, weeks * slots[0].length), minute: slot.minute });
  }

  table.addEventListener('keydown', (event) => {
    const [r, c] = at;
    const step = WALK[event.key];
    if (step && event.shiftKey && step[0]) {
      const next = chosen.extend(at, step[0]);
      if (next) go(...next);
    } else if (step && !event.shiftKey) {
      chosen.clear();
      go(r + step[0], c + step[1]);
    } else if (event.key === 'Home') go(event.ctrlKey ? 0 : r, 0);
    else if (event.key === 'End') go(event.ctrlKey ? cells.length - 1 : r, cells[r].length - 1);
    else if (event.key === 'PageUp' || event.key === 'PageDown') turn(event.key === 'PageUp' ? -1 : 1);
    else if (event.key === 'Enter' || event.key === ' ') enter();
    else if (event.key === 'Escape') chosen.clear();
    else return;
    event.preventDefault();
  });
  // a screen reader may put the focus where it likes
  table.addEventListener('focusin', (event) => {
    const where = whereIs(cells, event.target);
    if (where) stay(...where);
  });
  byPointer(table, cells, chosen, go, enter);
}
