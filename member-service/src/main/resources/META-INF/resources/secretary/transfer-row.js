// A transfer in a list of one of its ends, with its clocks and what that end may do now.
import { day, onDay, reason } from '/page/confirm.js';
import { h } from '/page/dom.js';
import { organizationsOf } from '/page/names.js';
import { actions, command, living } from '/page/rows.js';
import { say } from '/page/words.js';
import { cardOf } from './card.js';
import { dueTag, lasts } from './clocks.js';
import { mayAct } from './rights.js';

const WAITING = new Set(['REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED']);
const PRINTABLE = new Set(['APPROVED', 'COMPLETED', 'ACKNOWLEDGED']);
const GOOD = new Set(['COMPLETED', 'ACKNOWLEDGED']);
const BAD = new Set(['REFUSED', 'EXPIRED', 'RETURNED']);

const letterNumber = () => ({
  name: 'letterNumber', label: say('letterNumber'), hint: say('letterNumberHint'), maxlength: 40, pattern: '[A-Za-z0-9.\\/_\\-]+', autocomplete: 'off' });

/** What is filled in for each step. */
const STEPS = {
  approval: () => [letterNumber(), onDay()],
  refusal: () => [reason('NOT_KNOWN_HERE', 'NOT_AGREED', 'WRONG_PERSON', 'OTHER'), onDay()],
  cancellation: () => [reason('STAYS', 'ENTERED_IN_ERROR', 'OTHER'), onDay()],
  receipt: () => [onDay()],
  return: () => [reason('LETTER_WRONG', 'WRONG_DESTINATION', 'WRONG_PERSON', 'OTHER'), onDay()],
  reissue: () => [letterNumber(), onDay()],
  acknowledgement: () => [onDay()],
};

/** What an end may do in a state; a district that is asked for release has the word. */
function stepsOf(transfer, end) {
  const { state, direction, peer, actUntil, releaseAskedOn } = transfer;
  if (releaseAskedOn) return [];
  const lapsed = actUntil && actUntil < day();
  const out = {
    REQUESTED: lapsed ? [] : ['approval', 'refusal', 'cancellation'],
    APPROVED: [...(direction === 'OUT' && !peer ? ['receipt'] : []), 'reissue', 'cancellation'],
    RETURNED: ['reissue', 'cancellation'],
    COMPLETED: ['acknowledgement'],
    EXPIRED: ['reissue'],
  };
  const into = {
    REQUESTED: ['cancellation'],
    APPROVED: lapsed ? [] : ['receipt', 'return', 'refusal'],
    RETURNED: ['cancellation'],
    COMPLETED: direction === 'IN' ? ['acknowledgement'] : [],
  };
  return (end === 'out' ? out : into)[state] ?? [];
}

/** @param end at which the caller's office stands: out, which is the source, or in */
export function transferRow(transfer, end, session) {
  return living(transfer, ({ id }) => `transfers/${id}`, async (now, keeper) => {
    const names = await organizationsOf([now.sourceId, now.destinationId]);
    const nameOf = (id, otherwise) => names.get(id)?.name ?? otherwise;
    const from = now.direction === 'IN' ? now.elsewhere : nameOf(now.sourceId, say('notKnownYet'));
    const to = now.direction === 'OUT' ? now.elsewhere : nameOf(now.destinationId, say('elsewhere'));
    const name = now.name ?? say('nameLater');
    return h('li', { 'data-transfer': now.id, 'data-state': now.state },
      h('span', { class: 'main' }, end === 'out' && now.state !== 'COMPLETED' && now.state !== 'ACKNOWLEDGED'
        ? h('a', { href: cardOf(now.memberId) }, name) : name, tags(now)),
      h('span', {}, `${from ?? say('elsewhere')} → ${to ?? say('elsewhere')}`),
      h('span', { class: 'small' }, notes(now)),
      now.releaseAskedOn && h('span', { class: 'small' }, say('releaseAsked', now.peer ?? '')),
      mayAct(session) && actions(
        stepsOf(now, end).map((step) => command(step, {
          path: `transfers/${now.id}/${step}`, version: now.version, about: now.name ?? undefined, keeper,
          text: say(`text-${step}`), fields: STEPS[step]() })),
        printable(now) && h('a', { class: 'button plain', href: `/api/v1/transfers/${now.id}/letter`, target: '_blank', rel: 'noopener', 'data-action': 'letter' }, say('letter'))));
  });
}

const printable = ({ direction, state }) => direction !== 'IN' && PRINTABLE.has(state);

function tags(now) {
  const mood = GOOD.has(now.state) ? 'tag good' : BAD.has(now.state) ? 'tag bad' : 'tag';
  return [
    h('span', { class: mood }, say(`state-${now.state}`)),
    WAITING.has(now.state) && dueTag(now.dueOn),
    now.escalated && h('span', { class: 'tag bad' }, say('escalatedTag')),
  ].filter(Boolean);
}

function notes(now) {
  const letterOut = now.state === 'APPROVED' || now.state === 'RETURNED';
  return [
    now.turn && say(now.turn === now.sourceId ? 'sourceActs' : 'destinationActs'),
    now.letterNumber && say('letterNo', now.letterNumber),
    now.validUntil && (letterOut ? say('validUntil', now.validUntil, lasts(now.validUntil)) : say('validUntilOnly', now.validUntil)),
    !now.letterNumber && say('requestedOn', now.requestedOn),
    now.closedOn && say('closedOn', now.closedOn),
    now.acknowledgedOn && say('acknowledgedOn', now.acknowledgedOn),
    now.reasonCode && say(now.reasonCode),
    now.reason && say('because', now.reason),
  ].filter(Boolean).join(' · ');
}
