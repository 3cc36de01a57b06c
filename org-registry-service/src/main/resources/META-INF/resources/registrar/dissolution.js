// The form of a dissolution: who takes over what there is, if anyone.
import { say } from '/page/words.js';
import { whenAndWhy } from './organization-fields.js';
import { organizationPicker } from './organization-picker.js';

export function dissolution(organization) {
  const dated = whenAndWhy();
  const successor = organizationPicker({ name: 'successorId', label: say('successor'), hint: say('successorHint'), not: [organization.id] });
  return {
    content: [successor.place, ...dated.content],
    body: () => ({ organizationId: organization.id, successorId: successor.ids()[0], ...dated.value() }),
  };
}
