// Asks the registry. X-Requested-With keeps the sign-in redirect out of background calls.
import { currentLanguage, say } from './words.js';

export class NotSignedIn extends Error {}

/** The service's own words for why not, and each field's; the problem is all that it said. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || say('failed', status));
    this.status = status;
    this.problem = problem;
    this.violations = (problem.violations || []).map(({ field, message }) => ({ field, message }));
  }
}

const LONGEST_WAIT = 60_000;

async function ask(path, options = {}, read = (response) => response.json()) {
  const { headers, ...others } = options;
  let response;
  try {
    response = await fetch(`/api/v1/${path}`, {
      headers: { Accept: 'application/json', 'Accept-Language': currentLanguage(), 'X-Requested-With': 'JavaScript', ...headers },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(LONGEST_WAIT),
      ...others,
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Error(say('unreachable'));
  }
  if (response.status === 401 || response.status === 499) throw new NotSignedIn();
  if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})));
  return read(response);
}

function addressed(path, parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of [value].flat()) query.append(name, one);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

export const get = (path, parameters = {}, options = {}) => ask(addressed(path, parameters), options);

/** Changes what was read in a version, if it has one; the same key twice is one change. */
export const post = (path, body, version, key) =>
  ask(path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(version !== undefined && { 'If-Match': `"${version}"` }),
      ...(key && { 'Idempotency-Key': key }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

/** Sends a file as it is. */
export const sendFile = (path, file, contentType, key) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': contentType, 'Idempotency-Key': key }, body: file });

/** A file that a service makes. */
export const getFile = (path, parameters) => ask(addressed(path, parameters), { headers: { Accept: '*/*' } }, (response) => response.blob());

/** What a service answers as text, such as a table of its own. */
export const getText = (path) => ask(path, { headers: { Accept: '*/*' } }, (response) => response.text());

export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Answers with a change's key: the same again is the same change, another one has a key of its own. */
export function keys() {
  let key;
  let last;
  return (change) => {
    const now = JSON.stringify(change);
    if (key === undefined || now !== last) key = newKey();
    last = now;
    return key;
  };
}
