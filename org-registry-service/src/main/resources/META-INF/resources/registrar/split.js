// The form of a split: the parts, and what goes to which.
import { get } from '/page/api.js';
import { button, h } from '/page/dom.js';
import { fill } from '/page/lists.js';
import { say } from '/page/words.js';
import { newOrganization, whenAndWhy } from './organization-fields.js';
import { organizationPicker } from './organization-picker.js';

const SHOWN = 100;
const MOST = 9;
const NEW = 'new';

export function split(organization) {
  const dated = whenAndWhy();
  const parts = [];
  const place = h('div', {}, []);
  const stays = h('input', { type: 'checkbox', checked: true, name: 'goesOn', onchange: () => name() });
  const add = button(say('addPart'), () => { parts.push(part(organization, remove)); draw(); parts.at(-1).focus(); }, { 'data-action': 'add-part' });
  const holdings = assignments(organization, () => parts.map((one, i) => [i, one.title()]));

  function remove(gone) {
    parts.splice(parts.indexOf(gone), 1);
    draw();
    add.focus();
  }

  /** The service counts the organisation itself, where it goes on, as the first part. */
  const first = () => (stays.checked ? 1 : 0);

  function name() {
    parts.forEach((one, i) => one.at(i, `parts[${i + first()}]`, parts.length > 1));
    holdings.draw();
  }

  function draw() {
    place.replaceChildren(...parts.map((one) => one.place));
    add.hidden = parts.length >= MOST;
    name();
  }

  parts.push(part(organization, remove));
  draw();
  return {
    content: [
      h('p', {}, h('label', { class: 'choice' }, stays, h('span', {}, say('staysOn', organization.name)))),
      h('div', { 'data-field': 'parts' }, place, h('p', {}, add)),
      holdings.place, ...dated.content,
    ],
    body() {
      name();
      const own = stays.checked ? [{ destination: { organizationId: organization.id } }] : [];
      return {
        source: organization.id,
        parts: [...own, ...parts.map((one, i) => ({ destination: one.destination(), ...holdings.of(i), members: one.members() }))],
        rest: 0,
        ...dated.value(),
      };
    },
  };
}

/** One part: an organisation that begins, or one that is there. */
function part(organization, remove) {
  const legend = h('legend');
  const fresh = newOrganization(organization);
  const there = organizationPicker({ name: 'part', label: say('existingOrganization'), not: [organization.id] });
  const id = `part-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  const kind = h('select', { id: `${id}-kind`, onchange: () => follow() },
    h('option', { value: NEW }, say('newOrganization')), h('option', { value: 'there' }, say('existingOrganization')));
  const members = h('textarea', { id: `${id}-members`, rows: 2, 'aria-describedby': `${id}-hint` });
  const dropped = button(say('dropPart'), () => remove(made));
  const place = h('fieldset', { class: 'part' }, legend,
    h('p', {}, h('label', { for: `${id}-kind` }, say('partIs')), kind), fresh.place, there.place,
    h('p', {}, h('label', { for: `${id}-members` }, say('membersByName')),
      h('span', { class: 'small', id: `${id}-hint` }, say('membersHint')), members), dropped);
  let number = 1;
  const title = () => (kind.value === NEW ? fresh.value().name : there.all()[0]?.name) || say('part', number);

  function follow() {
    fresh.place.hidden = kind.value !== NEW;
    there.place.hidden = kind.value === NEW;
    fresh.require(kind.value === NEW);
  }

  const made = {
    place,
    title,
    focus: () => kind.focus(),
    at(i, field, removable) {
      number = i + 1;
      legend.textContent = say('part', number);
      place.dataset.field = field;
      kind.dataset.field = `${field}.destination`;
      members.dataset.field = `${field}.members`;
      there.place.dataset.field = `${field}.destination.organizationId`;
      fresh.at(`${field}.destination`);
      dropped.hidden = !removable;
    },
    destination: () => (kind.value === NEW ? { establish: fresh.value() } : { organizationId: there.ids()[0] }),
    members: () => members.value.split(/[\s,;，；、]+/).filter(Boolean),
  };
  follow();
  return made;
}

/** What the organisation has, and who gets it; what is not given goes to the rest. */
function assignments(organization, parts) {
  const chosen = new Map();
  const place = h('div');
  const selects = [];
  const kinds = [
    ['organizations', 'organizationsBelow', () => get('organizations', { parentId: organization.id, limit: SHOWN })],
    ['units', 'units', () => get('units', { coveredBy: organization.id, limit: SHOWN })],
    ['buildings', 'buildings', () => get('buildings', { coveredBy: organization.id, limit: SHOWN })],
  ];

  function draw() {
    for (const { id, select } of selects) {
      select.replaceChildren(h('option', { value: '' }, say('rest')), ...parts().map(([i, text]) => h('option', { value: i }, text)));
      select.value = chosen.get(id)?.part ?? '';
      if (select.selectedIndex < 0) { select.value = ''; chosen.delete(id); }
    }
  }

  function line(kind, one) {
    const id = `goes-${one.id}`;
    const select = h('select', {
      id, 'data-goes': one.id, onfocus: draw,
      onchange: (event) => (event.target.value === '' ? chosen.delete(one.id) : chosen.set(one.id, { kind, part: event.target.value })),
    });
    selects.push({ id: one.id, select });
    return h('li', {}, h('label', { for: id }, one.name), select);
  }

  fill(place, async () => {
    const pages = await Promise.all(kinds.map(([, , ask]) => ask()));
    const shown = kinds.flatMap(([kind, words], i) => {
      const items = pages[i].items.filter((one) => one.state !== 'DISSOLVED');
      return items.length ? [h('h4', {}, say(words)), h('ul', { class: 'rows goes' }, items.map((one) => line(kind, one))),
        pages[i].nextCursor && h('p', { class: 'small' }, say('onlyFirst', SHOWN))] : [];
    });
    draw();
    return shown.length ? [h('details', { open: true }, h('summary', {}, say('whoGets')), shown)] : [h('p', { class: 'small' }, say('nothingToGive'))];
  });
  return {
    place,
    draw,
    of: (part) => Object.fromEntries(kinds.map(([kind]) => [kind,
      [...chosen].filter(([, goes]) => goes.kind === kind && Number(goes.part) === part).map(([id]) => id)])),
  };
}
