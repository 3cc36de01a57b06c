// What is to be done: each a list of its own, all by area where they can be.
import { get } from '/page/api.js';
import { h } from '/page/dom.js';
import { fill, paged, redrawn, row } from '/page/lists.js';
import { say } from '/page/words.js';
import { gapRow } from './attach.js';
import { allAreas, areaName, codeName, organizationsOf } from './names.js';
import { mayChange } from './rights.js';
import { findingRow, organizationLink, proposalRow, reorganizationRow } from './rows.js';
import { seatRow } from './seats.js';

const PAGE = 10;
const DUE_WITHIN = 'P90D';
const TOWNSHIPS = new Set(['DISTRICT', 'SUB_DISTRICT', 'PREPARATORY_OFFICE', 'AREA_OFFICE']);
let areaCode = '';

export function gaps(place, session) {
  const lists = h('div', { class: 'gaps' });
  const draw = () => lists.replaceChildren(...panels(session));
  place.replaceChildren(h('h1', { tabindex: -1 }, say('gaps')), h('p', { class: 'quiet' }, say('gapsText')), areaChoice(draw), lists);
  draw();
}

function areaChoice(draw) {
  const choice = h('select', { id: 'gap-area', onchange: (event) => { areaCode = event.target.value; draw(); } },
    h('option', { value: '' }, say('everywhere')));
  const line = h('p', { class: 'controls' }, h('label', { for: 'gap-area' }, say('area')), choice);
  allAreas().then((areas) => {
    choice.append(...[...areas.values()].filter((area) => TOWNSHIPS.has(area.level) && !area.closedOn)
      .map((area) => h('option', { value: area.code }, areaName(area))));
    choice.value = areaCode;
  }).catch(() => { line.hidden = true; });
  return line;
}

const panels = (session) => [
  panel('openProposals', (again) => paged(
    (cursor) => get('proposals', { state: 'open', toMe: mayChange(session), limit: PAGE, cursor }),
    (all) => Promise.all(all.map((proposal) => proposalRow(proposal, session, again))), say('noProposals'))),
  panel('openFindings', (again) => paged(
    (cursor) => get('quality/findings', { state: 'open', areaCode, limit: PAGE, cursor }),
    (all) => Promise.all(all.map((finding) => findingRow(finding, session, again))), say('noFindings'))),
  panel('electionsDue', () => paged(
    (cursor) => get('elections/due', { within: DUE_WITHIN, areaCode, limit: PAGE, cursor }),
    (all) => all.map(electionRow), say('noElections'))),
  panel('vacancies', (again) => paged(
    (cursor) => get('posts', { vacant: true, areaCode, limit: PAGE, cursor }),
    (posts) => vacancies(posts, session, again), say('noVacancies'))),
  panel('uncoveredUnits', (again) => paged(
    (cursor) => get('units', { uncovered: true, areaCode, limit: PAGE, cursor }),
    (units) => Promise.all(units.map((unit) => gapRow(unit, session, again))), say('noUncovered'))),
  ...['PLANNED', 'UNDER_WAY'].map((state) => panel(`reorganizations-${state}`, () => paged(
    (cursor) => get('reorganizations', { state, limit: PAGE, cursor }), (all) => all.map(reorganizationRow), say('none')))),
];

const panel = (name, list) =>
  h('section', { class: 'panel', 'data-gap': name }, h('h2', { tabindex: -1 }, say(name)), redrawn(list));

function electionRow(due) {
  const note = due.overdue ? say('overdueBy', -due.days) : say('dueIn', due.days);
  return row([organizationLink({ id: due.organizationId, name: due.name }), ' ', h('span', { class: due.overdue ? 'tag bad' : 'tag' }, note)],
    `${codeName('organization-type', due.type)} · ${say('termEnds', due.termEndsOn)} · ${say('postsDue', due.posts)}`);
}

async function vacancies(posts, session, again) {
  const organizations = await organizationsOf(posts.map((seat) => seat.organizationId));
  return posts.map((seat) => {
    const made = seatRow(seat, session, again);
    const organization = organizations.get(seat.organizationId);
    if (organization) made.prepend(h('span', {}, organizationLink(organization)));
    return made;
  });
}

/** Draws into an element, or says why not. */
export const showGaps = (place, session) => fill(place, async () => {
  const whole = h('div');
  gaps(whole, session);
  return whole;
});
