// Finds a site by its name, its code, or where it lies.
import { address } from '/page/address.js';
import { get } from '/page/api.js';
import { h } from '/page/dom.js';
import { paged, row } from '/page/lists.js';
import { codeName, organizationsOf } from '/page/names.js';
import { say } from '/page/words.js';

const PAGE = 20;

export function findSite(asked, session, again) {
  const words = h('input', { type: 'search', id: 'site-words', autocomplete: 'off', maxlength: 60, value: asked.q ?? '' });
  const area = h('input', { id: 'site-area', inputmode: 'numeric', autocomplete: 'off', pattern: '[0-9]{12}', maxlength: 12, value: asked.areaCode ?? '' });
  const find = (event) => {
    event.preventDefault();
    again(address('calendar', { q: words.value.trim(), areaCode: area.value.trim(), own: asked.own }));
  };
  const only = h('input', { type: 'checkbox', id: 'own-sites', checked: asked.own === '1', onchange: (event) =>
    again(address('calendar', { ...asked, own: event.target.checked ? 1 : undefined })) });
  return h('div', {},
    h('div', { class: 'heading' }, h('h1', { tabindex: -1 }, say('calendar'))),
    h('section', { class: 'panel' },
      h('form', { class: 'filters', role: 'search', onsubmit: find },
        h('label', { class: 'grow' }, say('siteWords'), words),
        h('label', {}, say('areaCode'), area),
        session.organizationId && h('label', { class: 'check' }, only, say('ownSites')),
        h('button', {}, say('find')))),
    h('section', { class: 'panel', 'data-list': 'sites' }, paged(
      (cursor) => get('sites', {
        q: asked.q, areaCode: asked.areaCode, organizationId: asked.own ? session.organizationId : undefined,
        state: 'OPEN', limit: PAGE, cursor }),
      rows, say('noSite'))));
}

async function rows(sites) {
  const names = await organizationsOf(sites.map((site) => site.organizationId));
  return sites.map((site) => row(
    h('a', { href: `#/calendar/${site.id}`, 'data-site': site.id }, site.name),
    [site.code, codeName('site-kind', site.kind), site.areaCode, names.get(site.organizationId)?.name,
      say('spacesCount', site.spaces.filter((space) => space.state === 'OPEN').length)].filter(Boolean).join(' · ')));
}
