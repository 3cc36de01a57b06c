// The card of one member: who it is, where they were, what is under way, and all that was recorded.
import { get } from '/page/api.js';
import { button, h } from '/page/dom.js';
import { fill, paged } from '/page/lists.js';
import { codeName, organizationsOf } from '/page/names.js';
import { say } from '/page/words.js';
import { absenceRow } from './absence-row.js';
import { reportAbsence } from './new-absence.js';
import { depart, request } from './new-transfer.js';
import { lifeCommands } from './probation.js';
import { mayAct } from './rights.js';
import { transferRow } from './transfer-row.js';

const PAGE = 20;

/** @param again draws the card again */
export function member(id, session, again) {
  const place = h('article', { 'data-member': id });
  place.append(h('p', { class: 'crumb' }, h('a', { href: '#/roster' }, say('backToRoster'))));
  const content = h('div');
  place.append(content);
  fill(content, async () => {
    const known = await get(`members/${id}`);
    return [
      await heading(known, session, again),
      section('person', facts(known)),
      section('underWay', underWay(known, session)),
      section('affiliations', later(() => affiliations(id))),
      section('history', later(() => history(id))),
    ];
  });
  return place;
}

const section = (name, content) => h('section', { class: 'panel', 'data-section': name }, h('h2', { tabindex: -1 }, say(name)), content);

function later(load) {
  const place = h('div');
  fill(place, load);
  return place;
}

async function heading(known, session, again) {
  const organization = (await organizationsOf([known.organizationId])).get(known.organizationId);
  const gone = known.endedOn !== null && known.endedOn !== undefined;
  const keeper = { become: () => again(), reread: () => again() };
  return h('header', { class: 'panel' },
    h('h1', { tabindex: -1 }, known.name ?? say('erased')),
    h('p', { class: 'small' }, [organization?.name, codeName('membership-status', known.status)].filter(Boolean).join(' · '),
      known.suspendedOn && h('span', { class: 'tag bad' }, say('suspended')),
      gone && h('span', { class: 'tag bad' }, `${codeName('membership-end', known.endReason)} ${known.endedOn}`)),
    mayAct(session) && !gone && h('p', { class: 'actions' },
      button(say('askTransfer'), () => request(again, known), { 'data-action': 'askTransfer' }),
      button(say('depart'), () => depart(again, known), { 'data-action': 'depart' }),
      button(say('reportAbsence'), () => reportAbsence(again, known), { 'data-action': 'reportAbsence' }),
      lifeCommands(known, keeper)));
}

function facts(known) {
  const rows = [
    ['idNumber', known.idNumber], ['phone', known.phone], ['sex', codeName('sex', known.sex)],
    ['ethnicity', codeName('ethnicity', known.ethnicity)], ['education', known.education && codeName('education', known.education)],
    ['joinedOn', known.joinedOn], ['confirmedOn', known.confirmedOn], ['probationUntil', known.probationUntil],
    ['affiliatedOn', known.affiliatedOn], ['suspendedOn', known.suspendedOn],
  ];
  return h('dl', {}, rows.filter(([, value]) => value).map(([name, value]) => h('div', {}, h('dt', {}, say(name)), h('dd', {}, value))));
}

function underWay(known, session) {
  return h('div', {},
    h('h3', {}, say('transfers')),
    paged((cursor) => get('transfers', { memberId: known.id, limit: PAGE, cursor }),
      (all) => Promise.all(all.map((one) => transferRow(one, one.sourceId === known.organizationId ? 'out' : 'in', session))), say('noTransferOfMember')),
    h('h3', {}, say('absence')),
    paged((cursor) => get('absences', { memberId: known.id, end: 'home', limit: PAGE, cursor }),
      (all) => Promise.all(all.map((one) => absenceRow(one, 'home', session))), say('notAway')));
}

async function affiliations(id) {
  const stays = await get(`members/${id}/affiliations`);
  const organizations = await organizationsOf(stays.map((stay) => stay.organizationId));
  return h('ol', { class: 'history' }, stays.reverse().map((stay) => h('li', {}, h('time', { datetime: stay.validFrom }, stay.validFrom),
    h('div', {}, organizations.get(stay.organizationId)?.name ?? say('elsewhere'),
      h('div', { class: 'small' }, stay.validTo ? say('untilDay', stay.validTo) : say('untilNow'))))));
}

async function history(id) {
  const entries = await get(`members/${id}/history`);
  return h('ol', { class: 'history' }, entries.reverse().map((entry) => h('li', {},
    h('time', { datetime: entry.effectiveOn }, entry.effectiveOn), h('div', {}, say(`life-${entry.what}`),
      h('div', { class: 'small' }, [say('recordedAt', new Date(entry.recordedAt).toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Shanghai' })),
        entry.recordedBy].filter(Boolean).join(' · '))))));
}
