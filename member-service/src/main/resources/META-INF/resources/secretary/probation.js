// Who is on probation, whoever may be confirmed first coming first.
import { address } from '/page/address.js';
import { get } from '/page/api.js';
import { day, onDay } from '/page/confirm.js';
import { h } from '/page/dom.js';
import { paged } from '/page/lists.js';
import { codeName, organizationsOf } from '/page/names.js';
import { actions, command, living } from '/page/rows.js';
import { say } from '/page/words.js';
import { cardOf } from './card.js';
import { possibleTag } from './clocks.js';
import { mayAct } from './rights.js';

const PAGE = 20;
const ENDS = ['PROBATION_ENDED', 'WITHDRAWN', 'EXPELLED', 'DECEASED', 'ENTERED_IN_ERROR'];

export function probation(asked, session, again) {
  const lists = [['', 'everyProbation'], [day(), 'probationOver'], ...(asked.by && asked.by !== day() ? [[asked.by, 'probationBy']] : [])];
  return h('div', {},
    h('div', { class: 'heading' }, h('h1', { tabindex: -1 }, say('probation'))),
    h('div', { class: 'filters alone' }, h('label', {}, say('show'),
      h('select', { id: 'list', onchange: (event) => again(address('probation', { by: event.target.value })) },
        lists.map(([value, words]) => h('option', { value, selected: value === (asked.by ?? '') }, say(words, value)))))),
    h('section', { class: 'panel', 'data-list': 'probation' }, paged(
      (cursor) => get('members/probations', { overBy: asked.by, limit: PAGE, cursor }), async (all) => {
        await organizationsOf(all.map((one) => one.member.organizationId));
        return Promise.all(all.map((one) => row(one, session)));
      }, say('nobodyOnProbation'))));
}

function row({ member, ...probation }, session) {
  return living(member, ({ id }) => `members/${id}`, async (now, keeper) => {
    const names = await organizationsOf([now.organizationId]);
    return drawn(now, probation.overOn, names, mayAct(session) && actions(lifeCommands(now, keeper, probation)));
  });
}

function drawn(now, overOn, names, buttons) {
  return h('li', { 'data-member': now.id },
    h('span', { class: 'main' }, h('a', { href: cardOf(now.id) }, now.name ?? say('erased')), tags(now, overOn)),
    h('span', {}, names.get(now.organizationId)?.name ?? ''),
    h('span', { class: 'small' }, [say('admittedOn', now.joinedOn), say('confirmableFrom', now.probationUntil ?? overOn), now.phone].filter(Boolean).join(' · ')),
    buttons);
}

function tags(now, overOn) {
  if (now.endedOn) return h('span', { class: 'tag' }, codeName('membership-end', now.endReason));
  if (now.status === 'FULL') return h('span', { class: 'tag good' }, say('confirmedTag', now.confirmedOn));
  return [
    possibleTag(now.probationUntil ?? overOn),
    now.probationUntil && h('span', { class: 'tag' }, say('extendedTag')),
    now.suspendedOn && h('span', { class: 'tag bad' }, say('suspended')),
  ].filter(Boolean);
}

/**
 * What may befall a membership that has not ended.
 *
 * @param probation when it is over and until when it may be extended, where that is known
 */
export function lifeCommands(now, keeper, { overOn, extensionFrom, extensionTo } = {}) {
  if (now.endedOn) return [];
  const about = now.name ?? undefined;
  const step = (name, path, fields) => command(name, {
    path: `members/${now.id}/${path}`, version: now.version, about, keeper, text: say(`text-${name}`), fields });
  const onProbation = now.status === 'PROBATIONARY';
  const over = now.probationUntil ?? overOn;
  const notYet = over && over > day();
  return [
    onProbation && !now.suspendedOn && !notYet && step('confirmMember', 'confirmation', [onDay()]),
    onProbation && !now.suspendedOn && !now.probationUntil && step('extend', 'probation-extension', [
      { name: 'until', label: say('extendUntil'), hint: extensionTo ? say('extendBetween', extensionFrom, extensionTo) : say('extendHint'), type: 'date', required: true, value: extensionFrom }, onDay()]),
    step('endMembership', 'end', [
      { name: 'reason', label: say('reason'), options: ENDS.filter((code) => onProbation || code !== 'PROBATION_ENDED').map((code) => [code, codeName('membership-end', code)]) }, onDay()]),
  ].filter(Boolean);
}
