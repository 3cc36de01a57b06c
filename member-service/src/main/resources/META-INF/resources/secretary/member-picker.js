// Picks members of one's own by their whole name or ID number.
import { post, Refused } from '/page/api.js';
import { organizationsOf } from '/page/names.js';
import { picker } from '/page/picker.js';
import { say } from '/page/words.js';

const SHOWN = 8;
const ID_NUMBER = /^\d{17}[\dXx]$/;

/** Members of one's own by their whole name or their ID number. */
export async function findMembers(q) {
  const byNumber = ID_NUMBER.test(q);
  try {
    if (byNumber) return [await post('members/search', { idNumber: q })];
    return (await post(`members/namesakes?limit=${SHOWN}`, { name: q })).items;
  } catch (error) {
    if (byNumber && error instanceof Refused && [404, 422].includes(error.status)) return [];
    throw error;
  }
}

async function offered(members) {
  const organizations = await organizationsOf(members.map((member) => member.organizationId));
  return members.map((member) => ({
    ...member, note: [member.idNumber, organizations.get(member.organizationId)?.name].filter(Boolean).join(' · '),
  }));
}

export const memberPicker = (wanted = {}) => picker({
  name: 'memberId', label: say('member'), search: say('findMember'), found: 'foundMembers',
  find: async (q) => offered(await findMembers(q)), ...wanted,
});
