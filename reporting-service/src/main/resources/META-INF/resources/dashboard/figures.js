// Asks the reporting service. X-Requested-With keeps the sign-in redirect out of background calls.
import { currentLanguage, say } from './words.js';

export class NotSignedIn extends Error {}

async function get(path, parameters = {}) {
  const query = new URLSearchParams(parameters);
  const response = await fetch(`/api/v1/${path}?${query}`, {
    headers: { Accept: 'application/json', 'Accept-Language': currentLanguage(), 'X-Requested-With': 'JavaScript' },
    credentials: 'same-origin',
  });
  if (response.status === 401 || response.status === 499) throw new NotSignedIn();
  if (response.status === 403) throw new Error(say('forbidden'));
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(say('failed', problem.detail || problem.title || response.status));
  }
  return response.json();
}

export const statistics = (asOf, indicators) => get('statistics', { asOf, indicators: indicators.join(',') });

export const series = (from, to, step, indicators) =>
  get('statistics/series', { from, to, step, indicators: indicators.join(',') });

export const byTownship = (asOf, indicators) =>
  get('statistics/by-area', { asOf, level: 'township', indicators: indicators.join(',') });

export const indicatorDefinitions = () => get('indicators');

export const session = () => get('session');
