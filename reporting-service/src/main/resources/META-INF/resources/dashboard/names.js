// What figures and places are called in the language of the page.
import { inWords } from '/page/names.js';

export const figureName = (definitions, indicator) => {
  const definition = definitions.get(indicator);
  return definition ? inWords(definition, 'name', 'nameEn') : indicator;
};

/** An area has a name in both languages, an organisation its own. */
export const placeName = (place) => inWords(place, 'name', 'nameEn') || place.area || place.organization || '';

export const byName = (values) => new Map((values ?? []).map((value) => [value.indicator, value]));

const sharedFrom = (names, at) => {
  let length = 0;
  while (names.every((name) => at(name, length) !== undefined && at(name, length) === at(names[0], length))) length += 1;
  return length;
};

/** Names side by side where room is scarce: without what all of them begin and end with. */
export function toldApart(names) {
  if (names.length < 2) return names;
  const head = sharedFrom(names, (name, i) => name[i]);
  const tail = sharedFrom(names.map((name) => name.slice(head)), (name, i) => name[name.length - 1 - i]);
  const cut = names.map((name) => name.slice(head, name.length - tail).trim());
  return cut.every((name) => name.length > 1) ? cut : names;
}
