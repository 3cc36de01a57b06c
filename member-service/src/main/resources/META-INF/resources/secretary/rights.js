// What is allowed for whom.
const ACTING = new Set(['secretary', 'registrar', 'district-admin']);

/** Whether anything may be changed; the service decides, this only spares a refusal. */
export const mayAct = (session) => session.roles.some((role) => ACTING.has(role));
