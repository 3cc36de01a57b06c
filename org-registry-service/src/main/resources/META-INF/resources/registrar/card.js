// The card of one organisation: what it is, who leads it, what it covers, what it was.
import { get, post } from '/page/api.js';
import { confirm, onDay, reason } from '/page/confirm.js';
import { button, h } from '/page/dom.js';
import { fill, paged, redrawn } from '/page/lists.js';
import { say } from '/page/words.js';
import { history } from './history.js';
import { codeName, areaNameOf, organizationsOf, remember } from './names.js';
import { reorganize } from './reorganize.js';
import { mayChange } from './rights.js';
import { findingRow, organizationLink, reorganizationRow } from './rows.js';
import { seatRow } from './seats.js';

const PAGE = 20;

/**
 * @param changed what follows when it has been changed, given what it is then, and whether the tree is another
 */
export function card(id, session, changed) {
  const place = h('article', { class: 'card', 'data-organization': id });
  fill(place, async () => {
    const organization = await get(`organizations/${id}`);
    remember(organization);
    return [
      h('p', { class: 'back' }, h('a', { href: '#/' }, say('backToTree'))),
      heading(organization, session, changed),
      section('whatItIs', facts(organization)),
      section('posts', seats(id, session)),
      section('covers', covered(id)),
      section('findings', findings(id, session)),
      section('reorganizations', paged((cursor) => get('reorganizations', { organizationId: id, limit: PAGE, cursor }), (all) => all.map(reorganizationRow), say('none'))),
      section('lineage', later(() => lineage(id))),
      section('history', later(async () => history((await get(`organizations/${id}/history`)).items))),
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

function heading(organization, session, changed) {
  const dissolved = organization.state === 'DISSOLVED';
  return h('header', { class: 'panel' },
    h('h1', { tabindex: -1 }, organization.name),
    h('p', { class: 'small' }, `${organization.code} · ${codeName('organization-type', organization.type)} `,
      h('span', { class: organization.state === 'ACTIVE' ? 'tag good' : 'tag' }, say(organization.state))),
    later(async () => chain(organization)),
    mayChange(session) && !dissolved && h('p', { class: 'actions' }, actions(organization, changed)));
}

/** All above it, from the top; each a link. */
async function chain(organization) {
  const above = [];
  let parentId = organization.parentId;
  while (parentId && above.length < 20) {
    const parent = (await organizationsOf([parentId])).get(parentId);
    if (!parent) break;
    above.unshift(parent);
    parentId = parent.parentId;
  }
  return h('nav', { 'aria-label': say('above') },
    h('ol', { class: 'chain' }, above.map((parent) => h('li', {}, organizationLink(parent)))));
}

function facts(organization) {
  const rows = [
    ['type', codeName('organization-type', organization.type) + (organization.temporary ? ` · ${say('temporary')}` : '')],
    ['sector', codeName('sector', organization.sector)],
    ['mode', codeName('establishment-mode', organization.mode)],
    ['area', later(() => areaNameOf(organization.areaCode))],
    ['establishedOn', organization.establishedOn],
    organization.dissolvedOn && ['dissolvedOn', organization.dissolvedOn],
    organization.foundedBy && ['foundedBy', later(async () => named(organization.foundedBy))],
  ];
  return h('dl', {}, rows.filter(Boolean).map(([name, value]) => h('div', {}, h('dt', {}, say(name)), h('dd', {}, value))));
}

async function named(id) {
  const found = (await organizationsOf([id])).get(id);
  return found ? organizationLink(found) : id;
}

function covered(id) {
  const units = paged((cursor) => get('units', { coveredBy: id, limit: PAGE, cursor }),
    (all) => all.map((unit) => h('li', {}, h('span', { class: 'main' }, unit.name),
      h('span', { class: 'small' }, `${codeName('unit-kind', unit.kind)} · ${say('staff', unit.staffCount)} · ${say('since', unit.coveredOn)}`))),
    say('coversNoUnit'));
  const buildings = paged((cursor) => get('buildings', { coveredBy: id, limit: PAGE, cursor }),
    (all) => all.map((building) => h('li', {}, h('span', { class: 'main' }, building.name),
      h('span', { class: 'small' }, `${say('building')} · ${say('since', building.coveredOn)}`))),
    say('coversNoBuilding'));
  return h('div', { class: 'two' }, h('div', {}, h('h3', {}, say('units')), units), h('div', {}, h('h3', {}, say('buildings')), buildings));
}

const seats = (id, session) => redrawn((again) => paged(
  (cursor) => get('posts', { organizationId: id, limit: PAGE, cursor }),
  (posts) => posts.map((seat) => seatRow(seat, session, again)), say('noPosts')));

const findings = (id, session) => redrawn((again) => paged(
  (cursor) => get('quality/findings', { organizationId: id, state: 'open', limit: PAGE, cursor }),
  (all) => Promise.all(all.map((finding) => findingRow(finding, session, again))), say('noFindings')));

async function lineage(id) {
  const { predecessors, successors } = await get(`organizations/${id}/lineage`);
  const list = (name, relatives) => relatives.length > 0 && [
    h('h3', {}, say(name)),
    h('ul', { class: 'rows' }, relatives.map((relative) =>
      h('li', {}, organizationLink({ id: relative.organizationId, name: relative.name }), h('span', { class: 'small' }, `${relative.code} · ${relative.effectiveOn}`)))),
  ];
  const all = [list('predecessors', predecessors), list('successors', successors)].filter(Boolean).flat();
  return all.length ? all : [h('p', { class: 'small' }, say('noLineage'))];
}

function actions(organization, changed) {
  const command = (verb, words, fields, text) => button(say(words), () => confirm({
    title: `${say(words)} · ${organization.name}`, text, fields, verb: say(words),
    send: (values, key) => post(`organizations/${organization.id}/${verb}`, values, organization.version, key),
    done: changed,
  }), { 'data-action': verb });
  const rename = command('rename', 'rename', [
    { name: 'name', label: say('newName'), value: organization.name, required: true, maxlength: 200 }, onDay()]);
  const pause = organization.state === 'ACTIVE'
    ? command('suspend', 'suspend', [reason('TOO_FEW_MEMBERS', 'BEING_PUT_RIGHT', 'BEING_REORGANIZED', 'OTHER'), onDay()], say('suspendText'))
    : command('resume', 'resume', [reason('PUT_RIGHT', 'ENOUGH_MEMBERS', 'OTHER'), onDay()]);
  const kinds = ['merge', 'split', 'dissolution'].map((kind) =>
    button(say(kind), () => reorganize(kind, organization, changed), { 'data-action': kind }));
  return [rename, pause, ...kinds];
}
