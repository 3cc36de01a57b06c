// What codes and organisations are called. Many are asked for in one request and remembered.
import { get } from './api.js';
import { currentLanguage } from './words.js';

const AT_ONCE = 50;
const codes = new Map();
const organizations = new Map();

export const inWords = (item, zh, en) => (currentLanguage() === 'en' && item[en]) || item[zh];

/** Reads code lists by their names. */
export async function loadCodes(lists) {
  await Promise.all(lists.map(async (list) => {
    for (const item of (await get(`codes/${list}`)).items) codes.set(`${list} ${item.code}`, { ...item, list });
  }));
}

export function codeName(list, code) {
  const item = codes.get(`${list} ${code}`);
  return item ? inWords(item, 'zh', 'en') : code;
}

/** The codes of a list, in its order. */
export const codesOf = (list) => [...codes.values()].filter((item) => item.list === list).map((item) => item.code);

/** From ids to organisations; those that are not there are left out. */
export async function organizationsOf(ids) {
  const missing = [...new Set(ids)].filter((id) => id && !organizations.has(id));
  for (let i = 0; i < missing.length; i += AT_ONCE) {
    const page = await get('organizations', { id: missing.slice(i, i + AT_ONCE), limit: AT_ONCE });
    page.items.forEach(remember);
  }
  return organizations;
}

export const remember = (organization) => organizations.set(organization.id, organization);

export const forgetOrganizations = () => organizations.clear();
