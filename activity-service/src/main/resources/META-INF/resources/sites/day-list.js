// A week as a list of days, for a phone: what is booked, and what is still free.
import { button, h } from '/page/dom.js';
import { say } from '/page/words.js';
import { dayInWords, timeOf } from './clock.js';
import { freeStretches, isToday } from './week.js';

const AN_HOUR = 60;

export const dayList = (week, acts) => h('div', { class: 'days' }, week.days.map((day) => oneDay(week, day, acts)));

const stretchText = ({ from, until }) => `${timeOf(from)}–${timeOf(until)}`;

function oneDay(week, day, acts) {
  const lines = [
    ...day.bookings.map((one) => [one.from, booked(week, one, acts)]),
    ...day.closures.map((one) => [one.from, h('li', { class: 'closure' }, h('span', {}, stretchText(one)), say('slot-closure'))]),
    ...freeStretches(day).map((one) => [one.from, free(day, one, acts)]),
  ].sort((a, b) => a[0] - b[0]);
  return h('section', { 'data-day': day.date, class: isToday(day) ? 'today' : '' },
    h('h3', {}, dayInWords(day.date), day.holiday && h('span', { class: 'tag' }, say(`holiday-${day.holiday}`))),
    lines.length ? h('ul', { class: 'rows' }, lines.map(([, line]) => line)) : h('p', { class: 'small' }, say(day.open.length ? 'nothingFree' : 'slot-shut')));
}

function booked(week, one, acts) {
  const name = week.names.get(one.of.organizationId)?.name ?? say('someOrganization');
  return h('li', { 'data-booking': one.of.id }, button(`${stretchText(one)} ${name}`, () => acts.open([one.of]), { class: 'offer' }),
    h('span', { class: 'small' }, say(`state-${one.of.state}`)));
}

const free = (day, one, acts) => h('li', { class: 'free' }, acts.choose
  ? button(say('bookFree', stretchText(one)), () => acts.choose(day.date, one.from, Math.min(one.from + AN_HOUR, one.until)), { class: 'offer', 'data-free': stretchText(one) })
  : h('span', {}, say('freeFrom', stretchText(one))));
