// A post in a list, with what can be done to it: someone is appointed to a vacant one, or an appointment ends.
import { post } from '/page/api.js';
import { confirm, onDay, reason } from '/page/confirm.js';
import { button, h } from '/page/dom.js';
import { say } from '/page/words.js';
import { codeName } from './names.js';
import { mayChange } from './rights.js';
import { postRow } from './rows.js';

const ID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

/**
 * @param changed what follows a change, given the post as it is then
 */
export function seatRow(seat, session, changed) {
  const made = postRow(seat);
  made.dataset.post = seat.id;
  if (mayChange(session) && !seat.abolishedOn) made.append(h('span', { class: 'actions' }, seat.appointmentId ? vacate(seat, changed) : appoint(seat, changed)));
  return made;
}

const appoint = (seat, changed) => command(seat, 'appoint', 'appointment', changed, [
  { name: 'holderId', label: say('holder'), hint: say('holderHint'), pattern: ID, title: say('holderHint'), autocomplete: 'off', maxlength: 36 },
  { ...onDay(), required: true },
  { name: 'termEndsOn', label: say('termEndsOn'), hint: say('termEndsHint'), type: 'date' },
]);

const vacate = (seat, changed) => command(seat, 'vacate', 'vacancy', changed,
  [reason('TERM_ENDED', 'RESIGNED', 'TRANSFERRED', 'RETIRED', 'OTHER'), { ...onDay(), required: true }], say('vacateText'));

function command(seat, verb, path, changed, fields, text) {
  const words = say(`command-${verb}`);
  const kind = codeName('post-kind', seat.kind);
  return button(words, () => confirm({
    title: `${words} · ${kind}`, text, fields, verb: words,
    send: (values, key) => post(`posts/${seat.id}/${path}`, values, seat.version, key),
    done: changed,
  }), { 'data-action': verb, 'aria-label': `${words} · ${kind}` });
}
