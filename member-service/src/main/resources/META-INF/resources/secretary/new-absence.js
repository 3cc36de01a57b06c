// How it begins that a member is away, or that somebody is hosted.
import { post } from '/page/api.js';
import { confirm, day, reason } from '/page/confirm.js';
import { needed, organizationPicker, ownPicker, withPicked } from '/page/organization-picker.js';
import { say } from '/page/words.js';
import { memberPicker } from './member-picker.js';

export function reportAbsence(done, member) {
  const who = needed(memberPicker());
  if (member) who.pick({ ...member, name: member.name ?? member.id });
  const where = organizationPicker({ name: 'hostId', label: say('hostAsked'), hint: say('hostAskedHint'), not: [member?.organizationId] });
  confirm({
    title: say('reportAbsence'), verb: say('reportAbsence'), done,
    fields: [{ made: who.place },
      { name: 'since', label: say('firstDayAway'), type: 'date', value: day(), max: day(), required: true },
      reason('WORK', 'STUDY', 'FAMILY', 'OTHER'),
      { name: 'whereabouts', label: say('whereabouts'), maxlength: 200, autocomplete: 'off' }, { made: where.place }],
    values: withPicked(who, where),
    send: (values, key) => post('absences', values, undefined, key),
  });
}

export async function host(done, session) {
  const where = await ownPicker(session, { name: 'hostId', label: say('hostHere') });
  const text = (name, more = {}) => ({ name, label: say(name), autocomplete: 'off', required: true, ...more });
  confirm({
    title: say('host'), text: say('hostText'), verb: say('host'), done,
    fields: [text('name', { maxlength: 60 }), text('idNumber', { maxlength: 40 }), text('phone', { required: false, type: 'tel', maxlength: 20 }),
      { made: where.place }, text('homeDescription', { required: false, maxlength: 200 }),
      { name: 'hostedOn', label: say('hostedOn'), type: 'date', value: day(), max: day() }],
    values: withPicked(where),
    send: (values, key) => post('mobile-registrations', values, undefined, key),
  });
}
