// The colours of the page as the stylesheet has them at the moment, for what is drawn by numbers.
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const hex = (values) => `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** A colour so far (0 to 1) on the way from one to another. */
export function between(from, to, share) {
  const [a, b] = [parts(colour(from)), parts(colour(to))];
  const way = Math.min(Math.max(share, 0), 1);
  return hex(a.map((value, i) => value + (b[i] - value) * way));
}

const DARK = '#12161d';
const LIGHT = '#ffffff';
const linear = (value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const luminance = (ground) => parts(ground).map(linear).reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** The ink that one reads best on a ground. */
export const inkOn = (ground) =>
  (contrast(luminance(ground), luminance(DARK)) > contrast(luminance(ground), luminance(LIGHT)) ? DARK : LIGHT);
