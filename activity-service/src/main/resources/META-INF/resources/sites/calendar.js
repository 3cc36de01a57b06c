// A site's week: one space at a time, as a grid on a desk and as a list of days on a phone.
import { address } from '/page/address.js';
import { get } from '/page/api.js';
import { button, h } from '/page/dom.js';
import { fill } from '/page/lists.js';
import { codeName, organizationsOf } from '/page/names.js';
import { say } from '/page/words.js';
import { book } from './book.js';
import { showBookings } from './booking.js';
import { dateInFull, mondayOf, plusDays, today, wall } from './clock.js';
import { dayList } from './day-list.js';
import { grid } from './grid.js';
import { rememberSite } from './places.js';
import { mayAct } from './rights.js';
import { weekOf } from './week.js';

const DAYS = 7;
const NARROW = matchMedia('(max-width: 52rem)');
const DATE = /^\d{4}-\d\d-\d\d$/;

const addressOf = (id, asked) => address(`calendar/${id}`, asked);

export function calendar(id, asked, session, again) {
  const place = h('div');
  fill(place, async () => {
    const site = rememberSite(await get(`sites/${id}`));
    const names = await organizationsOf([site.organizationId]);
    return drawn(site, names.get(site.organizationId), asked, session, again);
  }).then(() => place.querySelector('h1')?.focus({ preventScroll: true }));
  return place;
}

function drawn(site, manager, asked, session, again) {
  const spaces = site.spaces.filter(({ state }) => state === 'OPEN');
  const space = spaces.find((one) => one.id === asked.space) ?? spaces[0];
  return [
    h('p', { class: 'crumb' }, h('a', { href: '#/' }, say('otherSite'))),
    h('div', { class: 'heading' }, h('h1', { tabindex: -1 }, site.name)),
    h('p', { class: 'quiet' }, [site.code, codeName('site-kind', site.kind), manager && say('managedBy', manager.name)].filter(Boolean).join(' · ')),
    space ? week(site, space, spaces, asked, session, again) : h('p', {}, say('noSpace')),
  ];
}

function week(site, space, spaces, asked, session, again) {
  let monday = mondayOf(DATE.test(asked.week ?? '') ? asked.week : today());
  const when = h('h2', { tabindex: -1, 'aria-live': 'polite' });
  const place = h('div', { class: 'week' });
  const view = { site, space, session };
  let drawnNarrow;

  function redraw(focus) {
    when.textContent = say('weekOf', dateInFull(monday), dateInFull(plusDays(monday, DAYS - 1)));
    return fill(place, async () => {
      const loaded = await weekOf(site.id, space.id, monday);
      drawnNarrow = NARROW.matches;
      return drawnNarrow ? dayList(loaded, acts(loaded)) : grid(loaded, { ...acts(loaded), focus });
    }).then(() => { if (focus) place.querySelector('[role=grid] [tabindex="0"]')?.focus(); });
  }

  function turn(days, focus) {
    monday = days ? plusDays(monday, days) : mondayOf(today());
    history.replaceState(null, '', addressOf(site.id, { ...asked, space: space.id, week: monday }));
    redraw(focus);
  }

  const acts = (loaded) => ({
    label: say('weekOfSpace', space.name),
    turn: (weeks, focus) => turn(weeks * DAYS, focus),
    choose: mayAct(session) && ((date, from, until, at) => book(view, { date, from, until }, (became) => booked(became, at))),
    open: (bookings, at) => showBookings(bookings, view, () => redraw(at)),
  });

  /** What was booked elsewhere is shown where it is. */
  function booked(became, at) {
    if (became.spaceId === space.id) redraw(at);
    else again(addressOf(became.siteId, { space: became.spaceId, week: mondayOf(wall(became.startsAt).date) }));
  }

  // a telephone that is turned, or a window that is made narrow, gets the other view; only while this one is shown
  const fit = () => {
    if (!place.isConnected) NARROW.removeEventListener('change', fit);
    else if (drawnNarrow !== NARROW.matches) redraw();
  };
  NARROW.addEventListener('change', fit);
  redraw();
  return h('section', { class: 'panel' },
    h('div', { class: 'filters' },
      h('label', {}, say('space'), h('select', { id: 'space', onchange: (event) => again(addressOf(site.id, { ...asked, week: monday, space: event.target.value })) },
        spaces.map((one) => h('option', { value: one.id, selected: one === space }, say('spaceOf', one.name, one.capacity))))),
      h('span', { class: 'actions' },
        button(say('weekBefore'), () => turn(-DAYS), { 'data-action': 'before' }),
        button(say('thisWeek'), () => turn(0), { 'data-action': 'now' }),
        button(say('weekAfter'), () => turn(DAYS), { 'data-action': 'after' }))),
    space.approval === 'MANUAL' && h('p', { class: 'small' }, say('wantsApproval')),
    when, place);
}
