// How a post, a finding, a reorganisation and the like stand in a list.
import { post } from '/page/api.js';
import { confirm, day, reason } from '/page/confirm.js';
import { button, h } from '/page/dom.js';
import { row } from '/page/lists.js';
import { say } from '/page/words.js';
import { allRules, areaNameOf, codeName, one, organizationsOf, ruleTitle } from './names.js';
import { mayChange } from './rights.js';

export const organizationLink = (organization) => h('a', { href: `#/organization/${organization.id}` }, organization.name);

export function postRow(seat) {
  const overdue = seat.termEndsOn && seat.termEndsOn < day();
  const tag = seat.appointmentId
    ? overdue && h('span', { class: 'tag bad' }, say('overdue'))
    : h('span', { class: 'tag bad' }, say('vacant'));
  const note = seat.appointmentId
    ? [say('heldSince', seat.filledOn), seat.termEndsOn && say('termEnds', seat.termEndsOn)].filter(Boolean).join(' · ')
    : say('vacantSince', seat.vacantSince ?? seat.createdOn);
  return row([codeName('post-kind', seat.kind), ' ', tag].filter(Boolean), note);
}

export function reorganizationRow(reorganization) {
  const people = (participants) => participants.flatMap((participant, i) =>
    [i > 0 ? say('and') : '', organizationLink({ id: participant.organizationId, name: participant.name })]);
  const waiting = reorganization.steps.filter((step) => !step.done).map((step) => step.service);
  return h('li', {},
    h('span', { class: 'main' }, say(reorganization.kind), ' ', h('span', { class: 'tag' }, say(reorganization.state))),
    h('span', {}, people(reorganization.sources), reorganization.destinations.length ? [' → ', ...people(reorganization.destinations)] : ''),
    h('span', { class: 'small' }, [reorganization.effectiveOn, reorganization.obstacle,
      reorganization.state === 'UNDER_WAY' && waiting.length ? say('waitsFor', waiting.join(', ')) : null].filter(Boolean).join(' · ')));
}

/** What a finding or a proposal is about, as a link where there is a card. */
async function subject(kind, id, organizationId) {
  const owner = organizationId && (await organizationsOf([organizationId])).get(organizationId);
  if (kind === 'ORGANIZATION') {
    const found = (await organizationsOf([id])).get(id);
    return [found ? organizationLink(found) : id];
  }
  const paths = { UNIT: 'units', BUILDING: 'buildings', POST: 'posts' };
  const found = await one(`${paths[kind]}/${id}`);
  const name = kind === 'POST' ? codeName('post-kind', found.kind) : found.name;
  return [owner ? organizationLink(owner) : '', owner ? ' · ' : '', name ?? id];
}

export async function findingRow(finding, session, changed) {
  const rule = (await allRules()).get(finding.rule);
  const about = await subject(finding.subjectKind, finding.subjectId, finding.organizationId);
  const waive = () => confirm({
    title: say('waive'), text: say('waiveText'), verb: say('waive'),
    fields: [reason('KNOWN_EXCEPTION', 'BEING_PUT_RIGHT', 'OTHER'),
      { name: 'until', label: say('until'), type: 'date', required: true, min: day(1), value: day(90) }],
    send: (values, key) => post(`quality/findings/${finding.id}/waive`, values, finding.version, key),
    done: changed,
  });
  return h('li', { 'data-finding': finding.id },
    h('span', { class: 'main' }, about),
    h('span', {}, rule ? ruleTitle(rule) : finding.rule, ' ', rule?.severity === 'HIGH' && h('span', { class: 'tag bad' }, say('HIGH'))),
    h('span', { class: 'small' }, `${say('openedOn', finding.openedOn)}${finding.areaCode ? ` · ${await areaNameOf(finding.areaCode)}` : ''}`),
    mayChange(session) && h('span', { class: 'actions' }, button(say('waive'), waive, { 'data-action': 'waive' })));
}

export async function proposalRow(proposal, session, changed) {
  const about = await subject(proposal.target, proposal.targetId, proposal.organizationId);
  const decide = (verb, text, fields) => button(say(verb), () => confirm({
    title: `${say(verb)} · ${say(`command-${proposal.command}`)}`, text, fields, verb: say(verb),
    send: (values, key) => post(`proposals/${proposal.id}/${verb}`, verb === 'decline' ? values : undefined, proposal.version, key),
    done: changed,
  }), { 'data-action': verb });
  const body = Object.entries(proposal.body ?? {}).map(([name, value]) => `${name}: ${value}`).join(' · ');
  return h('li', { 'data-proposal': proposal.id },
    h('span', { class: 'main' }, say(`command-${proposal.command}`), ' · ', about),
    body && h('span', {}, body),
    proposal.evidence && h('span', {}, proposal.evidence),
    h('span', { class: 'small' }, `${proposal.proposedBy} · ${new Date(proposal.proposedAt).toLocaleDateString(document.documentElement.lang)}`),
    mayChange(session) && h('span', { class: 'actions' },
      decide('accept', say('acceptText'), []),
      decide('decline', null, [{ name: 'reason', label: say('reason'), required: true, maxlength: 500 }])));
}
