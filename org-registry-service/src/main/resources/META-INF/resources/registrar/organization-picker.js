// Picks organisations by name or code, as many as are wanted.
import { get } from '/page/api.js';
import { picker } from '/page/picker.js';
import { areaNameOf, codeName } from './names.js';

const SHOWN = 8;

async function find(q) {
  const { items } = await get('search', { q, kind: 'ORGANIZATION', limit: SHOWN });
  return Promise.all(items.filter((one) => one.state !== 'DISSOLVED').map(async (one) => ({
    ...one, note: `${one.code} · ${codeName('organization-type', one.type)} · ${await areaNameOf(one.areaCode)}`,
  })));
}

export const organizationPicker = (wanted) => picker({ find, ...wanted });
