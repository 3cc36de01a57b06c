// A member who is away, in a list of the home or of the host that is asked for.
import { address } from '/page/address.js';
import { day, onDay, reason } from '/page/confirm.js';
import { h } from '/page/dom.js';
import { organizationsOf } from '/page/names.js';
import { actions, command, living } from '/page/rows.js';
import { say } from '/page/words.js';
import { cardOf } from './card.js';
import { dueTag } from './clocks.js';
import { mayAct } from './rights.js';

const MEANS = ['PHONE', 'MESSAGE', 'VISIT', 'MEETING'];

const contactFields = () => [
  { name: 'on', label: say('contactedOn'), type: 'date', value: day(), max: day(), required: true },
  { name: 'how', label: say('how'), options: MEANS.map((means) => [means, say(means)]) },
];

function commands(now, end, keeper) {
  const about = now.name ?? undefined;
  const step = (name, path, more = {}) => command(name, { path: `absences/${now.id}/${path}`, version: now.version, about, keeper, ...more });
  if (end === 'host') return now.state !== 'CONFIRMED' || now.registrationId ? [] : [step('accept', 'acceptance', { text: say('text-accept'), fields: [onDay()] })];
  if (now.state === 'REPORTED_BY_MEMBER') {
    return [step('confirmReport', 'confirmation'), step('declineReport', 'decline', { fields: [reason('NOT_AWAY', 'OTHER')] })];
  }
  if (now.state !== 'CONFIRMED') return [];
  return [
    step('contact', 'contacts', { version: undefined, fields: contactFields() }),
    step('comeBack', 'return', { text: say('text-comeBack'), fields: [onDay()] }),
    now.registrationId && step('convert', 'conversion', {
      text: say('text-convert'), fields: [{ name: 'reason', label: say('why'), maxlength: 200 }, onDay()],
      become: () => { location.hash = address('transfers', { list: 'turn' }); } }),
  ];
}

/** @param end at which the caller's office stands: home or host */
export function absenceRow(absence, end, session) {
  return living(absence, ({ id }) => `absences/${id}`, async (now, keeper) => {
    const names = await organizationsOf([now.homeId, now.hostId]);
    return drawn(now, end, names, mayAct(session) && actions(commands(now, end, keeper)));
  });
}

function drawn(now, end, names, buttons) {
  return h('li', { 'data-absence': now.id },
    h('span', { class: 'main' }, end === 'home' ? h('a', { href: cardOf(now.memberId) }, now.name ?? say('nameLater')) : now.name ?? say('nameLater'), tags(now, end)),
    h('span', {}, [now.whereabouts, now.hostId && say('hostedBy', names.get(now.hostId)?.name ?? '', now.registrationId ? say('hosting') : say('notYetHosting'))]
      .filter(Boolean).join(' · ')),
    h('span', { class: 'small' }, [
      say('awaySince', now.since), say(now.reasonCode), end === 'host' && names.get(now.homeId)?.name,
      now.contactedOn ? say('lastContact', now.contactedOn) : say('noContact'), now.phone].filter(Boolean).join(' · ')),
    buttons);
}

const tags = (now, end) => [
  now.state === 'REPORTED_BY_MEMBER' && h('span', { class: 'tag bad' }, say('reportedByMember')),
  now.state === 'ENDED' && h('span', { class: 'tag' }, say('absenceOver', now.endedOn)),
  now.state === 'DECLINED' && h('span', { class: 'tag' }, say('absenceDeclined')),
  now.mobile && h('span', { class: 'tag' }, say('mobileTag')),
  now.state === 'CONFIRMED' && end === 'home' && [h('span', { class: 'small' }, ' ', say('contactClock'), ' '), dueTag(now.contactDue)],
  now.transferDue && h('span', { class: 'tag bad' }, say('transferDueTag')),
].flat().filter(Boolean);
