// Books a space; when it is taken, the nearest that is free is one press away.
import { post } from '/page/api.js';
import { confirm, input, notice } from '/page/confirm.js';
import { h } from '/page/dom.js';
import { ownPicker, withPicked } from '/page/organization-picker.js';
import { say } from '/page/words.js';
import { alternatives } from './alternatives.js';
import { momentOf, timeOf, wall } from './clock.js';
import { siteName, spaceName } from './places.js';

const TOLD = new Set(['HELD', 'REQUESTED', 'WAITING']);
const MIDNIGHT = '00:00';

const holding = () => h('label', { class: 'choice' }, h('input', { type: 'checkbox', name: 'hold' }),
  h('span', {}, h('span', { class: 'main' }, say('hold')), h('span', { class: 'small' }, say('holdHint'))));

function fieldsFor(chosen) {
  const time = (name, minute, about) => ({ name, label: say(name), type: 'time', required: true, value: timeOf(minute % (24 * 60)), 'data-field': about });
  const date = { name: 'date', label: say('date'), type: 'date', required: true, value: chosen.date, 'data-field': 'spaceId' };
  return [
    { made: h('div', { class: 'times' }, [date, time('from', chosen.from, 'startsAt'), time('until', chosen.until, 'endsAt')].map(input)) },
    { name: 'attendees', label: say('attendees'), hint: say('attendeesHint'), type: 'number', min: 1, max: 100_000, inputmode: 'numeric' },
  ];
}

/** Fills a form with a time that is free. */
function fillIn(form, one) {
  form.elements.date.value = wall(one.startsAt).date;
  form.elements.from.value = wall(one.startsAt).time;
  form.elements.until.value = wall(one.endsAt).time;
}

/** @param chosen a date, and two of its minutes */
export async function book({ site, space, session }, chosen, done) {
  const who = await ownPicker(session, { name: 'organizationId', label: say('forWhom') });
  const where = h('p');
  const at = (siteId, spaceId) => {
    where.dataset.space = spaceId;
    where.textContent = [siteName(siteId), spaceName(siteId, spaceId)].join(' · ');
  };
  let waits = false;
  const others = alternatives((one, form) => {
    at(one.siteId, one.spaceId);
    fillIn(form, one);
    form.requestSubmit();
  }, (form) => {
    waits = true;
    form.requestSubmit();
  });
  at(site.id, space.id);
  confirm({
    title: say('book'), verb: say('bookNow'),
    fields: [{ made: where }, { made: who.place }, ...fieldsFor(chosen), { made: holding() }, { made: others.place }],
    values: (filled) => {
      const waiting = waits;
      waits = false;
      return { path: waiting ? 'waitlist-entries' : 'bookings', body: wish(withPicked(who)(filled), where.dataset.space, waiting) };
    },
    send: ({ path, body }, key) => { others.clear(); return post(path, body, undefined, key); },
    refused: ({ problem }) => { if (problem.alternatives) others.offer(problem.alternatives); },
    done: (became) => {
      if (TOLD.has(became.state)) notice(say(`booked-${became.state}`));
      done(became);
    },
  });
}

/** What is asked for; what ends at midnight ends with the day. Who waits for a time does not hold it. */
function wish({ organizationId, date, from, until, attendees, hold }, spaceId, waits) {
  return {
    spaceId, organizationId,
    startsAt: momentOf(date, from).toISOString(),
    endsAt: momentOf(date, until === MIDNIGHT ? '24:00' : until).toISOString(),
    attendees: attendees && Number(attendees), hold: hold && !waits ? true : undefined,
  };
}
