// Asks the registry. X-Requested-With keeps the sign-in redirect out of background calls.
import { currentLanguage, say } from './words.js';

export class NotSignedIn extends Error {}

/** The service's own words for why not, and each field's. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || say('failed', status));
    this.status = status;
    this.violations = (problem.violations || []).map((violation) => violation.message);
  }
}

async function ask(path, options = {}) {
  const { headers, ...others } = options;
  let response;
  try {
    response = await fetch(`/api/v1/${path}`, {
      headers: { Accept: 'application/json', 'Accept-Language': currentLanguage(), 'X-Requested-With': 'JavaScript', ...headers },
      credentials: 'same-origin',
      ...others,
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Error(say('unreachable'));
  }
  if (response.status === 401 || response.status === 499) throw new NotSignedIn();
  if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})));
  return response.json();
}

export function get(path, parameters = {}, options = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of [value].flat()) query.append(name, one);
  }
  const text = query.toString();
  return ask(text ? `${path}?${text}` : path, options);
}

/** Changes what was read in a version; the same key twice is one change. */
export const post = (path, body, version, key) =>
  ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"`, 'Idempotency-Key': key },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

/** A key that nobody else has. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
