// Requests that wait for a decision at the sites that an organisation of one's own manages, the soonest first.
import { address } from '/page/address.js';
import { get } from '/page/api.js';
import { h } from '/page/dom.js';
import { fill, paged } from '/page/lists.js';
import { organizationsOf } from '/page/names.js';
import { chooseOrganization } from '/page/organization-picker.js';
import { say } from '/page/words.js';
import { bookingRow } from './booking.js';

const PAGE = 20;

export function requests(asked, session, again) {
  const managedBy = asked.managedBy ?? session.organizationId;
  const name = h('span');
  fill(name, async () => (await organizationsOf([managedBy])).get(managedBy)?.name ?? say('everySite'));
  return h('div', {},
    h('div', { class: 'heading' }, h('h1', { tabindex: -1 }, say('requests'))),
    h('p', { class: 'quiet' }, say('requestsText')),
    h('div', { class: 'filters alone' }, h('label', { for: 'managed-by' }, say('managing'), h('button', { type: 'button', id: 'managed-by', onclick: () =>
      chooseOrganization((one) => again(address('requests', { managedBy: one?.id }))) }, name))),
    h('section', { class: 'panel', 'data-list': 'requests' }, paged(
      (cursor) => get('bookings', { state: 'REQUESTED', managedBy, limit: PAGE, cursor }),
      (all) => Promise.all(all.map((one) => bookingRow(one, session))), say('noRequest'))));
}
