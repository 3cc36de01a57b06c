// How a transfer begins: within the district, out of it, into it by a letter, or asked for by the destination.
import { post } from '/page/api.js';
import { confirm, day, onDay } from '/page/confirm.js';
import { codeName, codesOf } from '/page/names.js';
import { needed, organizationPicker, ownPicker, withPicked } from '/page/organization-picker.js';
import { say } from '/page/words.js';
import { memberPicker } from './member-picker.js';

const ID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const because = () => ({ name: 'reason', label: say('why'), hint: say('whyHint'), maxlength: 200, autocomplete: 'off' });

/** A picker of the member, unless it is known already who. */
function whoever(member) {
  const picked = needed(memberPicker());
  if (member) picked.pick({ ...member, name: member.name ?? member.id });
  return picked;
}

export function request(done, member) {
  const who = whoever(member);
  const where = needed(organizationPicker({ name: 'destinationId', label: say('destination'), not: [member?.organizationId] }));
  confirm({
    title: say('askTransfer'), text: say('askTransferText'), verb: say('askTransfer'), done,
    fields: [{ made: who.place }, { made: where.place }, because(), onDay()],
    values: withPicked(who, where),
    send: (values, key) => post('transfers', values, undefined, key),
  });
}

export function depart(done, member) {
  const who = whoever(member);
  confirm({
    title: say('depart'), text: say('departText'), verb: say('depart'), done,
    fields: [{ made: who.place },
      { name: 'elsewhere', label: say('elsewhereTo'), hint: say('elsewhereHint'), required: true, maxlength: 200, autocomplete: 'off' }, because(), onDay()],
    values: withPicked(who),
    send: (values, key) => post('transfers/outgoing', values, undefined, key),
  });
}

/** The destination asks for a member who has shown their id; the source will decide. */
export async function askForMember(done, session) {
  const where = await ownPicker(session, { name: 'destinationId', label: say('destination') });
  confirm({
    title: say('askForMember'), text: say('askForMemberText'), verb: say('askForMember'), done,
    fields: [{ name: 'memberId', label: say('memberId'), hint: say('memberIdHint'), required: true, pattern: ID, autocomplete: 'off' },
      { made: where.place }, because(), onDay()],
    values: withPicked(where),
    send: (values, key) => post('transfers', values, undefined, key),
  });
}

const coded = (name, list) => ({ name, label: say(name), options: codesOf(list).map((code) => [code, codeName(list, code)]) });

/** A letter that somebody from another district has brought. */
export async function announce(done, session) {
  const where = await ownPicker(session, { name: 'destinationId', label: say('destination') });
  const text = (name, more = {}) => ({ name, label: say(name), autocomplete: 'off', required: true, ...more });
  const date = (name, more = {}) => ({ name, label: say(name), type: 'date', required: true, max: day(), ...more });
  confirm({
    title: say('announce'), text: say('announceText'), verb: say('announce'), done,
    fields: [text('name', { maxlength: 60 }), text('idNumber', { maxlength: 40 }), text('phone', { required: false, type: 'tel', maxlength: 20 }),
      coded('ethnicity', 'ethnicity'), coded('education', 'education'), coded('status', 'membership-status'), date('joinedOn'),
      { made: where.place }, text('elsewhere', { label: say('elsewhereFrom'), maxlength: 200 }),
      text('letterNumber', { maxlength: 40, pattern: '[A-Za-z0-9.\\/_\\-]+' }), date('issuedOn'), date('letterUntil', { name: 'validUntil', max: undefined })],
    values: withPicked(where),
    send: (values, key) => post('transfers/incoming', values, undefined, key),
  });
}
