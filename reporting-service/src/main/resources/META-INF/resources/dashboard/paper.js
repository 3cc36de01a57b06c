// On paper: the tables of charts opened, and charts as wide as the sheet and dark on light.
import { drawCharts } from './charts.js';

let opened = [];

function onPaper(is) {
  document.documentElement.classList.toggle('paper', is);
  const closed = document.querySelectorAll('main .as-table:not([open])');
  if (is) opened.push(...closed);
  for (const one of opened) one.open = is;
  if (!is) opened = [];
  drawCharts();
}

export function paper() {
  matchMedia('print').addEventListener('change', ({ matches }) => onPaper(matches));
  addEventListener('beforeprint', () => onPaper(true));
  addEventListener('afterprint', () => onPaper(false));
}
