// What one may do here is decided by the service; this only spares questions that it would refuse.
const SEE_PERSONS = ['district-admin', 'registrar', 'secretary', 'auditor', 'system'];
const OFFICES = ['district-admin', 'registrar', 'secretary', 'auditor'];
const PAGES = { secretary: OFFICES, registrar: OFFICES, sites: [...OFFICES, 'site-manager'] };

export const READERS = new Set([...SEE_PERSONS, 'site-manager', 'reporter']);

const has = (session, roles) => session.roles.some((role) => roles.includes(role));

/** Whether records, and counts of very few, may be asked for in a place. */
export const seesPersons = (session, question) => has(session, SEE_PERSONS) && (session.wholeDistrict || Boolean(question.organization));

/** Only the pages that one may see, so that no link leads to a refusal. */
export const pagesFor = (session) =>
  Object.fromEntries(Object.entries(session.pages).map(([page, address]) => [page, PAGES[page] && has(session, PAGES[page]) ? address : null]));
