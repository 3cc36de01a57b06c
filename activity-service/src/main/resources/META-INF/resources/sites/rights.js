// What is allowed for whom. The service decides; this only spares a refusal.
import { get } from '/page/api.js';

const ACTING = new Set(['site-manager', 'secretary', 'registrar', 'district-admin']);
const READING_ACTIVITIES = new Set(['secretary', 'registrar', 'district-admin', 'auditor']);
const known = new Map();

const has = (session, roles) => session.roles.some((role) => roles.has(role));

/** Whether anything may be booked or decided. */
export const mayAct = (session) => has(session, ACTING);

export const mayReadActivities = (session) => has(session, READING_ACTIVITIES);

/** Whether organisations lie in one's scope, asked for together and remembered. */
export async function ownOnes(session, ids) {
  if (session.wholeDistrict) return new Set(ids);
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  if (missing.length) {
    const { items } = await get('organizations', { id: missing, own: true, limit: missing.length });
    const found = new Set(items.map((one) => one.id));
    missing.forEach((id) => known.set(id, found.has(id)));
  }
  return new Set(ids.filter((id) => known.get(id)));
}
