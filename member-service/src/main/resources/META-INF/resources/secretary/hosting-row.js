// Somebody of another organisation who is hosted here.
import { onDay, reason } from '/page/confirm.js';
import { h } from '/page/dom.js';
import { organizationsOf } from '/page/names.js';
import { actions, command, living } from '/page/rows.js';
import { say } from '/page/words.js';
import { mayAct } from './rights.js';

export function hostingRow(registration, session) {
  return living(registration, ({ id }) => `mobile-registrations/${id}`, async (now, keeper) => {
    const names = await organizationsOf([now.hostId, now.homeId]);
    return drawn(now, names, mayAct(session) && !now.endedOn && actions(command('endHosting', {
      path: `mobile-registrations/${now.id}/end`, version: now.version, about: now.name, keeper,
      text: say('text-endHosting'), fields: [reason('RETURNED', 'LEFT', 'OTHER'), onDay()] })));
  });
}

function drawn(now, names, buttons) {
  return h('li', { 'data-registration': now.id },
    h('span', { class: 'main' }, now.name, now.endedOn
      ? h('span', { class: 'tag' }, say('hostingOver', now.endedOn))
      : h('span', { class: now.matchedOn ? 'tag good' : 'tag' }, say(now.matchedOn ? 'matched' : 'unmatchedTag'))),
    h('span', {}, say('hostedHere', names.get(now.hostId)?.name ?? '')),
    h('span', { class: 'small' }, [say('since', now.hostedOn), names.get(now.homeId)?.name ?? now.homeDescription, now.phone].filter(Boolean).join(' · ')),
    buttons);
}
