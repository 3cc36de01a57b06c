// The form of a dissolution: who takes over what there is, if anyone.
import { whenAndWhy } from './organization-fields.js';
import { picker } from './picker.js';
import { say } from './words.js';

export function dissolution(organization) {
  const dated = whenAndWhy();
  const successor = picker({ name: 'successorId', label: say('successor'), hint: say('successorHint'), not: [organization.id] });
  return {
    content: [successor.place, ...dated.content],
    body: () => ({ organizationId: organization.id, successorId: successor.ids()[0], ...dated.value() }),
  };
}
