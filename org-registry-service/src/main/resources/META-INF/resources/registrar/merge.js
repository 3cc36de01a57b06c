// The form of a merge: who becomes one, and under whom they go on.
import { Refused } from '/page/api.js';
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { newOrganization, whenAndWhy } from './organization-fields.js';
import { organizationPicker } from './organization-picker.js';

const MOST = 20;
const NEW = 'new';

export function merge(organization) {
  const dated = whenAndWhy();
  const fresh = newOrganization(organization);
  fresh.at('destination');
  const goesOn = h('select', { id: 'goes-on', 'data-field': 'destination', onchange: () => follow() });
  const partners = organizationPicker({ name: 'sources', label: say('partners'), most: MOST, not: [organization.id], changed: () => draw() });

  function follow() {
    fresh.place.hidden = goesOn.value !== NEW;
    fresh.require(goesOn.value === NEW);
  }

  function draw() {
    const before = goesOn.value;
    const all = [organization, ...partners.all()];
    goesOn.replaceChildren(...all.map((one) => h('option', { value: one.id }, one.name)), h('option', { value: NEW }, say('newOrganization')));
    goesOn.value = [...goesOn.options].some((option) => option.value === before) ? before : organization.id;
    follow();
  }

  draw();
  return {
    content: [partners.place, h('p', {}, h('label', { for: 'goes-on' }, say('goesOn')), goesOn), fresh.place, ...dated.content],
    body() {
      if (!partners.ids().length) throw new Refused(422, { detail: say('pickPartner'), violations: [{ field: 'sources', message: say('pickPartner') }] });
      const to = goesOn.value;
      return {
        sources: [organization.id, ...partners.ids()].filter((id) => id !== to),
        destination: to === NEW ? { establish: fresh.value() } : { organizationId: to },
        ...dated.value(),
      };
    },
  };
}
