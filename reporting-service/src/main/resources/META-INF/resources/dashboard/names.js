// What figures and places are called in the language of the page.
import { inWords } from '/page/names.js';

export const figureName = (definitions, indicator) => {
  const definition = definitions.get(indicator);
  return definition ? inWords(definition, 'name', 'nameEn') : indicator;
};

/** An area has a name in both languages, an organisation its own. */
export const placeName = (place) => inWords(place, 'name', 'nameEn') || place.area || place.organization || '';

export const byName = (values) => new Map((values ?? []).map((value) => [value.indicator, value]));
