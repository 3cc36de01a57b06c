// Figures in words of the language.
import { currentLanguage } from '/page/words.js';

const as = (options) => (value) =>
  value === null || value === undefined ? undefined : new Intl.NumberFormat(currentLanguage(), options).format(value);

export const count = as({});
export const hours = as({ maximumFractionDigits: 1 });
export const percent = as({ style: 'percent', maximumFractionDigits: 1 });
export const money = as({ style: 'currency', currency: 'CNY' });
