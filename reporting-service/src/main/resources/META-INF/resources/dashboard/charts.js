// Draws with Apache ECharts, which the page serves itself, and which is fetched when the first chart is drawn.
import { h } from '/page/dom.js';
import { number } from './numbers.js';
import { between, colour, inkOn } from './colours.js';

let script;
const library = () => {
  script ??= new Promise((resolve, reject) => {
    const tag = h('script', { src: '/dashboard/echarts.min.js', onload: resolve, onerror: () => { script = undefined; reject(new Error('echarts')); } });
    document.head.append(tag);
  });
  return script;
};

/**
 * A chart; the table beside it says the same to who does not see it.
 *
 * @param option answers what ECharts draws, in the colours of that moment
 * @param wanted.rows how many lines it must have room for; wanted.chosen follows when something in it is pressed
 */
export const chart = (description, option, { rows, chosen } = {}) => Object.assign(
  h('div', { class: 'chart', role: 'img', 'aria-label': description, style: rows && `height:${rows * 1.75 + 1}rem` }), { option, chosen });

const base = () => ({
  animation: false,
  textStyle: { color: colour('--ink'), fontFamily: getComputedStyle(document.body).fontFamily },
  tooltip: { confine: true, backgroundColor: colour('--panel'), borderColor: colour('--line'), textStyle: { color: colour('--ink') } },
});

function draw(place) {
  const made = window.echarts.getInstanceByDom(place) ?? window.echarts.init(place, null, { renderer: 'svg' });
  const option = place.option();
  made.setOption({ ...base(), ...option, tooltip: { ...base().tooltip, ...option.tooltip } }, true);
  made.resize();
  made.off('click');
  if (place.chosen) made.on('click', ({ data }) => data?.item && place.chosen(data.item));
}

const chartsOf = (root) => [...root.querySelectorAll('.chart')];

export async function drawCharts(root = document) {
  if (!chartsOf(root).length) return;
  await library();
  chartsOf(root).filter((one) => one.isConnected && one.clientWidth > 0).forEach(draw);
}

export function disposeCharts(root) {
  chartsOf(root).forEach((one) => window.echarts?.getInstanceByDom(one)?.dispose());
}

const axis = () => ({ axisLabel: { color: colour('--quiet') }, axisLine: { lineStyle: { color: colour('--line') } }, splitLine: { lineStyle: { color: colour('--line') } } });
const short = (unit) => (value) => number(value, unit);

/** @param points each with a label and a value; whether they are sums of a span or a state on a day */
export const overTimeOption = (points, { name, unit, sums }) => () => ({
  grid: { left: 4, right: 24, top: 12, bottom: 4, containLabel: true },
  tooltip: { trigger: 'axis', valueFormatter: short(unit) },
  xAxis: { type: 'category', data: points.map(({ label }) => label), boundaryGap: sums, ...axis() },
  yAxis: { type: 'value', scale: !sums, ...axis(), axisLabel: { color: colour('--quiet'), formatter: short(unit) } },
  series: [{
    name, type: sums ? 'bar' : 'line', data: points.map(({ value }) => value ?? null), color: colour('--second'), barMaxWidth: 28,
    showSymbol: points.length < 14, symbolSize: 6, lineStyle: { width: 2 }, areaStyle: sums ? undefined : { opacity: 0.1 },
  }],
});

/** @param items each with a name, a value and how that reads; and the item that it stands for */
export const barsOption = (items, unit) => () => ({
  grid: { left: 4, right: 64, top: 4, bottom: 4, containLabel: true },
  tooltip: { valueFormatter: short(unit) },
  xAxis: { type: 'value', show: false },
  yAxis: { type: 'category', inverse: true, data: items.map(({ name }) => name), axisTick: { show: false }, axisLine: { show: false },
    axisLabel: { color: colour('--ink'), width: 130, overflow: 'truncate', interval: 0 } },
  series: [{ type: 'bar', barMaxWidth: 16, color: colour('--second'), itemStyle: { borderRadius: [0, 3, 3, 0] },
    data: items.map(({ name, value, item }) => ({ name, value, item })),
    label: { show: true, position: 'right', color: colour('--ink'), formatter: ({ value }) => number(value, unit) } }],
});

/** @param items as for bars; shade from 0 to 1, or from −1 to 1 where a change is shown */
export const mapOption = (items, unit) => () => ({
  tooltip: { formatter: ({ data }) => data.hint },
  series: [{
    type: 'treemap', roam: false, nodeClick: false, breadcrumb: { show: false }, left: 0, right: 0, top: 0, bottom: 0,
    itemStyle: { borderColor: colour('--panel'), borderWidth: 0, gapWidth: 2 },
    data: items.map(({ name, value, shade, item, hint }) => {
      const ground = shade < 0 ? between('--map-middle', '--map-less', -shade) : between(shade === undefined ? '--map-low' : '--map-middle', '--map-more', shade ?? 0);
      return { name, value, item, hint, itemStyle: { color: ground }, label: { show: true, color: inkOn(ground), fontSize: 13, lineHeight: 18, overflow: 'truncate',
        formatter: `${name}\n${number(value, unit)}`.replaceAll('{', '(') } };
    }),
  }],
});

let frame;
addEventListener('resize', () => {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => drawCharts());
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawCharts());
