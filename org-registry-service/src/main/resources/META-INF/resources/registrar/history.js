// What an organisation was, the latest first: each version by what it changed.
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { areaNameOf, codeName, organizationsOf } from './names.js';

export async function history(versions) {
  const organizations = await organizationsOf(versions.map((version) => version.parentId));
  const shown = {
    name: (name) => name,
    type: (type) => codeName('organization-type', type),
    parentId: (id) => organizations.get(id)?.name ?? say('none'),
    areaCode: areaNameOf,
    state: (state) => say(state),
  };
  const words = { name: 'nameOf', type: 'type', parentId: 'parent', areaCode: 'area', state: 'state' };
  const rows = await Promise.all(versions.map(async (version, i) => {
    const before = versions[i - 1];
    const fields = Object.keys(shown).filter((field) => before && version[field] !== before[field]);
    const lines = await Promise.all(fields.map(async (field) =>
      h('div', {}, `${say(words[field])}: `, h('del', {}, await shown[field](before[field])), ' → ', h('ins', {}, await shown[field](version[field])))));
    if (!before) lines.push(h('div', {}, say('firstKnown', version.name, codeName('organization-type', version.type))));
    if (before && lines.length === 0) lines.push(h('div', {}, say('noChange')));
    return h('li', {}, h('time', { datetime: version.validFrom }, version.validFrom), h('div', {}, lines,
      h('div', { class: 'small' }, say('recordedAt', new Date(version.recordedAt).toLocaleString(document.documentElement.lang)))));
  }));
  return h('ol', { class: 'history' }, rows.reverse());
}
