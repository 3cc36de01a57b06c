// Picks organisations by part of their name or by code, where a service says what they are called.
import { get, Refused } from './api.js';
import { openDialog } from './dialog.js';
import { button, h } from './dom.js';
import { codeName, organizationsOf, remember } from './names.js';
import { picker } from './picker.js';
import { say } from './words.js';

const SHOWN = 8;
const SMALLEST = new Set(['BRANCH', 'GROUP']);

async function findOrganizations(q, own) {
  const { items } = await get('organizations', { q, own, limit: SHOWN });
  items.forEach(remember);
  return items.map((one) => ({ ...one, note: `${one.code} · ${codeName('organization-type', one.type)}` }));
}

/** @param wanted.own whether only those of one's own are offered */
export const organizationPicker = ({ own, ...wanted }) => picker({
  search: say('findOrganization'), find: (q) => findOrganizations(q, own), ...wanted });

/** One of one's own organisations; a branch is its own choice from the beginning. */
export async function ownPicker(session, wanted) {
  const made = needed(organizationPicker({ own: true, ...wanted }));
  const office = (await organizationsOf([session.organizationId])).get(session.organizationId);
  if (office && SMALLEST.has(office.type)) made.pick(office);
  return made;
}

/** What a form sends: what is filled in, and who is picked. */
export const withPicked = (...pickers) => (filled) => {
  const picked = pickers.map((one) => [one.place.dataset.field, one.ids()[0]]);
  const missing = pickers.filter((one) => one.needed && !one.ids().length);
  if (missing.length) {
    throw new Refused(422, {
      detail: say('pickOne'), violations: missing.map((one) => ({ field: one.place.dataset.field, message: say('pickOne') })) });
  }
  return { ...filled, ...Object.fromEntries(picked) };
};

export const needed = (one) => Object.assign(one, { needed: true });

/** Asks for one of one's own organisations. */
export function chooseOrganization(then) {
  const opened = openDialog(say('chooseOrganization'));
  const choice = organizationPicker({
    name: 'organizationId', label: say('organization'), own: true,
    changed: () => {
      const [one] = choice?.all() ?? [];
      if (!one) return;
      opened.close();
      then(one);
    },
  });
  opened.body.append(choice.place, h('p', { class: 'actions' },
    button(say('allOwn'), () => { opened.close(); then(null); }), button(say('cancel'), opened.leave)));
  choice.place.querySelector('input').focus();
}
