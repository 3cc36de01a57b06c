// What sites and their spaces are called, remembered.
import { get, Refused } from '/page/api.js';
import { say } from '/page/words.js';

const sites = new Map();

export function rememberSite(site) {
  sites.set(site.id, site);
  return site;
}

async function known(id) {
  try {
    return sites.get(id) ?? rememberSite(await get(`sites/${id}`));
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}

/** The sites of that many records, each asked for once. */
export async function sitesOf(records) {
  const ids = [...new Set(records.map(({ siteId }) => siteId).filter(Boolean))];
  await Promise.all(ids.map(known));
  return sites;
}

export const siteName = (id) => sites.get(id)?.name ?? say('someSite');
export const spaceName = (siteId, spaceId) => sites.get(siteId)?.spaces.find((space) => space.id === spaceId)?.name ?? '';
export const managerOf = (siteId) => sites.get(siteId)?.organizationId;
