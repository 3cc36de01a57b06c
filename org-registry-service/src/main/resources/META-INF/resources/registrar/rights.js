// What is allowed for whom.
/** Whether records may be changed; the service decides, this only spares a refusal. */
export const mayChange = (session) => session.roles.some((role) => role === 'registrar' || role === 'district-admin');
