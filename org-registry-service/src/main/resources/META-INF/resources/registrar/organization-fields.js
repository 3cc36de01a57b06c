// What is said of a reorganisation in every form: the date, the reason, and an organisation that begins with it.
import { input, onDay, reason } from '/page/confirm.js';
import { h } from '/page/dom.js';
import { say } from '/page/words.js';
import { codeName } from './names.js';

const TYPES = ['BRANCH', 'GENERAL_BRANCH', 'COMMITTEE', 'WORKING_COMMITTEE', 'SOCIAL_WORKING_COMMITTEE', 'GROUP'];

/** From when on, and why. */
export function whenAndWhy() {
  const when = input({ ...onDay(), required: true });
  const why = input(reason('REORGANIZATION', 'TOO_FEW_MEMBERS', 'OTHER'));
  return {
    content: [h('div', { class: 'two' }, when, why), h('p', { class: 'small' }, say('laterIsPlanned'))],
    value: () => ({ effectiveOn: when.querySelector('input').value || undefined, reasonCode: why.querySelector('select').value }),
  };
}

/** An organisation that is established with it: beside the one it comes from, and like it. */
export function newOrganization(like) {
  const control = (name, label, attributes, options) => {
    const id = `new-${name}-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
    const made = options
      ? h('select', { id, ...attributes }, options.map(([value, text]) => h('option', { value, selected: value === like.type }, text)))
      : h('input', { id, autocomplete: 'off', ...attributes });
    return { made, line: h('p', {}, h('label', { for: id }, say(label)), made), name };
  };
  const code = control('code', 'code', { maxlength: 32, pattern: '[A-Za-z0-9._\\-]+' });
  const name = control('name', 'nameOf', { maxlength: 200 });
  const type = control('type', 'type', {}, TYPES.map((one) => [one, codeName('organization-type', one)]));
  const all = [code, name, type];
  return {
    place: h('div', { class: 'two' }, all.map((one) => one.line)),
    /** Where the service speaks of it in its refusals. */
    at: (field) => all.forEach((one) => { one.made.dataset.field = `${field}.establish.${one.name}`; }),
    require: (needed) => [code, name].forEach((one) => { one.made.required = needed; }),
    value: () => ({
      code: code.made.value.trim(), name: name.made.value.trim(), type: type.made.value,
      sector: like.sector, mode: like.mode, temporary: like.temporary, parentId: like.parentId, areaCode: like.areaCode,
    }),
  };
}
