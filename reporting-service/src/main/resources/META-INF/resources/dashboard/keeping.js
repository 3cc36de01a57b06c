// Draws anew without taking the focus, the place one has scrolled to, or an opened table from who is there.
import { disposeCharts, drawCharts } from './charts.js';

const keyed = (place, key) => place.querySelector(`[data-key="${CSS.escape(key)}"]`);

/** @param make answers what stands in the place from now on */
export function keeping(place, make) {
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const opened = [...place.querySelectorAll('details[open][data-key]')].map((one) => one.dataset.key);
  const scrolls = [...place.querySelectorAll('.scroll[data-key]')].map((one) => [one.dataset.key, one.scrollLeft, one.scrollTop]);
  disposeCharts(place);
  place.replaceChildren(...[make()].flat().filter(Boolean));
  opened.forEach((key) => keyed(place, key)?.setAttribute('open', ''));
  for (const [key, left, top] of scrolls) Object.assign(keyed(place, key) ?? {}, { scrollLeft: left, scrollTop: top });
  if (focused) keyed(place, focused)?.focus({ preventScroll: true });
  return drawCharts(place);
}
