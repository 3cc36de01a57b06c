// What is shown stands in the address: #/VIEW or #/VIEW/ID, and after a question mark what is asked for.
const FORM = /^#\/([a-z]*)(?:\/([0-9a-f-]{36}))?(?:\?(.*))?$/;

/** @returns the view ('' is the first one), the id and what is asked for */
export function read(hash) {
  const [, view = '', id, query = ''] = FORM.exec(hash || '#/') ?? [];
  return { view, id, asked: Object.fromEntries(new URLSearchParams(query)) };
}

export function address(view, asked = {}) {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false);
  const query = new URLSearchParams(given).toString();
  return `#/${view}${query ? `?${query}` : ''}`;
}
