// A booking in a list, with what may be done with it by whom.
import { reason } from '/page/confirm.js';
import { openDialog } from '/page/dialog.js';
import { button, h } from '/page/dom.js';
import { organizationsOf } from '/page/names.js';
import { actions, command, living } from '/page/rows.js';
import { say } from '/page/words.js';
import { book } from './book.js';
import { minuteOf, spanInWords, today, wall } from './clock.js';
import { managerOf, siteName, sitesOf, spaceName } from './places.js';
import { mayAct, ownOnes } from './rights.js';

const GOOD = new Set(['CONFIRMED', 'CHECKED_IN']);
const BAD = new Set(['NO_SHOW', 'REFUSED', 'CANCELLED', 'LAPSED']);

/** Each step: its path, and what is filled in. */
const STEPS = {
  approval: { path: 'approval' },
  refusal: { path: 'refusal', fields: () => [reason('NEEDED_OURSELVES', 'NOT_SUITABLE', 'OTHER')] },
  confirmation: { path: 'confirmation' },
  checkIn: { path: 'check-in' },
  cancelBooking: { path: 'cancellation' },
};

/** What may be done in a state by who manages the site, and by who has booked. */
function stepsOf(booking, manages, booked) {
  if (Date.parse(booking.endsAt) <= Date.now() || !(manages || booked)) return [];
  const soon = wall(booking.startsAt).date <= today();
  return {
    HELD: [booked && 'confirmation', 'cancelBooking'],
    REQUESTED: [...(manages ? ['approval', 'refusal'] : []), booked && 'cancelBooking'],
    CONFIRMED: [soon && 'checkIn', 'cancelBooking'],
  }[booking.state]?.filter(Boolean) ?? [];
}

export const bookingRow = (booking, session) => living(booking, ({ id }) => `bookings/${id}`, async (now, keeper) => {
  const [names] = await Promise.all([organizationsOf([now.organizationId]), sitesOf([now])]);
  const manager = managerOf(now.siteId);
  const own = mayAct(session) ? await ownOnes(session, [now.organizationId, manager].filter(Boolean)) : new Set();
  const name = names.get(now.organizationId)?.name ?? say('someOrganization');
  const mood = GOOD.has(now.state) ? 'tag good' : BAD.has(now.state) ? 'tag bad' : 'tag';
  return h('li', { 'data-booking': now.id, 'data-state': now.state },
    h('span', { class: 'main' }, name, h('span', { class: mood }, say(`state-${now.state}`))),
    h('span', {}, spanInWords(now.startsAt, now.endsAt)),
    h('span', { class: 'small' }, notes(now)),
    actions(stepsOf(now, own.has(manager), own.has(now.organizationId)).map((step) => command(step, {
      path: `bookings/${now.id}/${STEPS[step].path}`, version: now.version, about: name, keeper,
      text: say(`text-${step}`), fields: STEPS[step].fields?.() }))));
});

const notes = (now) => [
  siteName(now.siteId), spaceName(now.siteId, now.spaceId),
  now.attendees && say('expected', now.attendees),
  now.state === 'HELD' && now.heldUntil && say('heldUntil', wall(now.heldUntil).time),
  now.checkedInAt && say('checkedInAt', wall(now.checkedInAt).time),
  now.reasonCode && say(now.reasonCode),
].filter(Boolean).join(' · ');

/**
 * Shows what is booked at one time.
 *
 * @param view the space in which it is shown
 * @param closed follows when the dialog is left, for something may have changed
 */
export async function showBookings(bookings, view, closed) {
  const opened = openDialog(say('bookingsHere'), { class: 'wide' });
  const rows = h('ul', { class: 'rows' });
  const leave = button(say('close'), opened.leave);
  opened.body.append(rows, h('p', { class: 'actions' }, mayAct(view.session) && onlyRequested(bookings) && alsoAsk(bookings[0], view, opened, closed), leave));
  opened.dialog.addEventListener('close', closed, { once: true });
  leave.focus();
  rows.append(...await Promise.all(bookings.map((one) => bookingRow(one, view.session))));
}

const onlyRequested = (bookings) => bookings.every(({ state, startsAt }) => state === 'REQUESTED' && Date.parse(startsAt) > Date.now());

/** A request excludes nobody: somebody else may ask for the same time. */
function alsoAsk(one, view, opened, closed) {
  const { date } = wall(one.startsAt);
  const chosen = { date, from: minuteOf(date, one.startsAt), until: minuteOf(date, one.endsAt) };
  return button(say('bookToo'), () => { opened.close(); book(view, chosen, closed); });
}
