// Draws with Apache ECharts, which the page serves itself.
import { number, say } from './words.js';

const drawn = new Map();

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function draw(id, description, option) {
  const element = document.getElementById(id);
  element.setAttribute('aria-label', description);
  drawn.get(id)?.dispose();
  const chart = window.echarts.init(element, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    color: [colour('--accent'), colour('--second'), '#7a9e59', '#c08b30', '#7b6fb0'],
    textStyle: { color: colour('--ink'), fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
    ...option,
  });
  drawn.set(id, chart);
}

const axis = () => ({ axisLabel: { color: colour('--quiet') }, splitLine: { lineStyle: { color: colour('--line') } } });

export function lines(id, names, series) {
  const dates = series[0].points.map((p) => p.date);
  draw(id, `${say('membersOverTime')} ${dates[0]} – ${dates.at(-1)}`, {
    legend: { top: 0, textStyle: { color: colour('--ink') } },
    tooltip: { trigger: 'axis', valueFormatter: (v) => number(v) },
    xAxis: { type: 'category', data: dates.map((d) => d.slice(0, 4)), ...axis() },
    yAxis: { type: 'value', ...axis() },
    series: series.map((s) => ({
      type: 'line', name: names(s.indicator), data: s.points.map((p) => p.value), showSymbol: false, areaStyle: { opacity: 0.08 },
    })),
  });
}

export function bars(id, items) {
  draw(id, items.map((i) => `${i.name} ${number(i.value)}`).join(', '), {
    grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
    tooltip: { valueFormatter: (v) => number(v) },
    xAxis: { type: 'value', ...axis() },
    yAxis: { type: 'category', inverse: true, data: items.map((i) => i.name), axisLabel: { color: colour('--ink'), width: 130, overflow: 'truncate' } },
    series: [{ type: 'bar', data: items.map((i) => i.value), label: { show: true, position: 'right', color: colour('--ink'), formatter: (p) => number(p.value) } }],
  });
}

export function shares(id, items) {
  draw(id, items.map((i) => `${i.name} ${number(i.covered)} / ${number(i.total)}`).join(', '), {
    legend: { top: 0, textStyle: { color: colour('--ink') } },
    tooltip: { trigger: 'axis', valueFormatter: (v) => number(v) },
    xAxis: { type: 'category', data: items.map((i) => i.name), axisLabel: { color: colour('--ink') } },
    yAxis: { type: 'value', ...axis() },
    series: [
      { type: 'bar', stack: 'all', name: say('covered'), data: items.map((i) => i.covered), color: '#4f8a5b' },
      { type: 'bar', stack: 'all', name: say('uncovered'), data: items.map((i) => i.total - i.covered), color: colour('--accent') },
    ],
  });
}

addEventListener('resize', () => drawn.forEach((chart) => chart.resize()));
