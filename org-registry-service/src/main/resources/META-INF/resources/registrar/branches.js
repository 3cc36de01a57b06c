// The two trees: by line, which is who stands below whom, and by territory, which is who lies where.
import { get } from '/page/api.js';
import { say } from '/page/words.js';
import { areaName, codeName, organizationsOf, remember } from './names.js';

const PAGE = 100;
const COMMUNITIES = new Set(['COMMUNITY', 'VILLAGE']);

export function organizationNode(organization, leaf) {
  const node = { key: organization.id, chosen: organization.id, organization, leaf };
  node.words = () => ({
    name: node.organization.name,
    note: codeName('organization-type', node.organization.type),
    state: node.organization.state === 'ACTIVE' ? null : say(node.organization.state),
  });
  return node;
}

const areaNode = (area) => ({
  key: area.code,
  area,
  words: () => ({ name: areaName(area), note: codeName('area-level', area.level) }),
});

const present = (organizations) => organizations.filter((organization) => organization.state !== 'DISSOLVED');

async function asked(parameters, cursor, leaf) {
  const page = await get('organizations', { ...parameters, limit: PAGE, cursor });
  page.items.forEach(remember);
  return {
    items: present(page.items).map((o) => organizationNode(o, leaf || o.type === 'GROUP')),
    nextCursor: page.nextCursor,
  };
}

/** Who stands below whom; it begins with the root of the caller's scope. */
export const byLine = (session) => async (node, cursor) => {
  if (node) return asked({ parentId: node.organization.id }, cursor);
  if (session.wholeDistrict || !session.organizationId) return asked({ roots: true }, cursor);
  const mine = (await organizationsOf([session.organizationId])).get(session.organizationId);
  return { items: mine ? [organizationNode(mine)] : [], nextCursor: null };
};

/** Which areas lie in which, and in each area its organisations, whatever their line. */
export const byTerritory = () => async (node, cursor) => {
  if (!node) return areas({ level: 'DISTRICT' }, cursor);
  const directlyIn = { directlyIn: node.area.code };
  if (COMMUNITIES.has(node.area.level)) return asked(directlyIn, cursor, true);
  // the areas first; after their last page, the organisations of the area itself
  if (cursor?.organizations !== undefined) return then(asked(directlyIn, cursor.organizations || undefined, true));
  const page = await areas({ parentCode: node.area.code }, cursor);
  if (page.nextCursor) return page;
  const own = await then(asked(directlyIn, undefined, true));
  return { items: [...page.items, ...own.items], nextCursor: own.nextCursor };
};

async function then(asking) {
  const page = await asking;
  return { ...page, nextCursor: page.nextCursor && { organizations: page.nextCursor } };
}

async function areas(parameters, cursor) {
  const page = await get('areas', { ...parameters, limit: PAGE, cursor });
  return { items: page.items.filter((area) => !area.closedOn).map(areaNode), nextCursor: page.nextCursor };
}
