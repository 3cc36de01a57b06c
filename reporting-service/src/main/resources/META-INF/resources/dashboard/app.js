import * as ask from './figures.js';
import { bars, lines, shares } from './charts.js';
import { sortable } from './table.js';
import { currentLanguage, number, putIntoWords, say, switchLanguage } from './words.js';

const HEADLINES = [
  'members.affiliated', 'members.mobileHosted', 'organizations.community', 'organizations.twoNew',
  'units.total', 'buildings.coverageRate', 'sites.total', 'communities.withoutOrganization',
];
const GAPS = new Set(['communities.withoutOrganization']);
const KINDS = [
  'organizations.community', 'organizations.communityBranches', 'organizations.nonPublicEnterprise',
  'organizations.socialOrganization', 'organizations.building', 'organizations.mobileMembers',
  'organizations.socialWorkingCommittees',
];
const COVERAGE = ['buildings.total', 'buildings.covered', 'areas.communities', 'communities.withoutOrganization'];
const TREND = ['members.affiliated', 'members.community'];
const COLUMNS = [
  'areas.communities', 'areas.villages', 'organizations.community', 'organizations.communityBranches',
  'organizations.twoNew', 'members.affiliated', 'members.mobileHosted', 'units.total', 'sites.total',
];
const TREND_YEARS = 20;
const OFFICES = new Set(['district-admin', 'registrar', 'secretary', 'auditor']);
const READERS = { secretary: OFFICES, registrar: OFFICES, sites: new Set([...OFFICES, 'site-manager']) };

const element = (id) => document.getElementById(id);
const indicatorWords = new Map();
const nameOf = (indicator) => {
  const definition = indicatorWords.get(indicator);
  return definition ? (currentLanguage() === 'en' ? definition.nameEn : definition.name) : indicator;
};

async function chartsAreThere() {
  if (window.echarts) return;
  await new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/dashboard/echarts.min.js';
    script.onload = resolve;
    script.onerror = () => reject(new Error(say('failed', 'echarts')));
    document.head.append(script);
  });
}

function show(id) {
  for (const section of ['sign-in', 'trouble', 'figures']) element(section).hidden = section !== id;
  element('sign-out').hidden = id === 'sign-in';
}

function headlines(values) {
  element('headlines').replaceChildren(...HEADLINES.map((indicator) => {
    const figure = values.get(indicator);
    const card = document.createElement('div');
    card.className = GAPS.has(indicator) && figure?.value > 0 ? 'headline gap' : 'headline';
    card.dataset.indicator = indicator;
    const value = document.createElement('div');
    value.className = 'value';
    value.textContent = number(figure?.value, figure?.unit);
    const label = document.createElement('div');
    label.className = 'label';
    label.textContent = nameOf(indicator);
    card.append(value, label);
    return card;
  }));
}

function freshness(answer) {
  const waiting = (answer.freshness || []).reduce((sum, topic) => sum + (topic.lag || 0), 0);
  element('freshness').textContent =
    `${say('asOfText', answer.asOf)} · ${waiting === 0 ? say('fresh') : say('lagging', number(waiting))}`;
}

function coverage(values) {
  const of = (indicator) => values.get(indicator)?.value ?? 0;
  const communities = of('areas.communities');
  shares('coverage', [
    { name: say('buildings'), total: of('buildings.total'), covered: of('buildings.covered') },
    { name: say('communities'), total: communities, covered: communities - of('communities.withoutOrganization') },
  ]);
}

function townships(answer) {
  const areaName = (area) => (currentLanguage() === 'en' ? area.nameEn : area.name) || area.area;
  sortable(element('townships'), [
    { name: say('area'), value: areaName },
    ...COLUMNS.map((indicator, i) => ({ name: nameOf(indicator), value: (area) => area.values[i].value, unit: area0(answer, i) })),
  ], answer.areas);
}

const area0 = (answer, i) => answer.areas[0]?.values[i].unit;

/** The ways to the pages of offices, for those who may see them. */
async function linkToOffices() {
  const { roles, pages } = await ask.session();
  for (const [page, readers] of Object.entries(READERS)) {
    const may = pages[page] && roles.some((role) => readers.has(role));
    if (may) element(page).href = pages[page];
    element(page).hidden = !may;
  }
}

async function draw() {
  const asOf = element('as-of').value;
  if (!asOf) return;
  putIntoWords(document);
  element('language').textContent = say('other');
  element('language').lang = currentLanguage() === 'en' ? 'zh-CN' : 'en';
  try {
    if (indicatorWords.size === 0) {
      (await ask.indicatorDefinitions()).items.forEach((i) => indicatorWords.set(i.indicator, i));
    }
    const wanted = [...new Set([...HEADLINES, ...KINDS, ...COVERAGE])];
    const from = `${Number(asOf.slice(0, 4)) - TREND_YEARS}-12-31`;
    const [now, trend, table] = await Promise.all([
      ask.statistics(asOf, wanted), ask.series(from, asOf, 'year', TREND), ask.byTownship(asOf, COLUMNS),
    ]);
    const values = new Map(now.values.map((v) => [v.indicator, v]));
    show('figures');
    element('place').textContent = currentLanguage() === 'en' ? now.areaNameEn || now.area : now.areaName || now.area;
    document.title = `${element('place').textContent} · Jiceng`;
    freshness(now);
    headlines(values);
    townships(table);
    await chartsAreThere();
    lines('trend', nameOf, trend.series);
    bars('kinds', KINDS.map((indicator) => ({ name: nameOf(indicator), value: values.get(indicator)?.value })));
    coverage(values);
    document.body.dataset.drawn = `${asOf} ${currentLanguage()}`;
  } catch (error) {
    if (error instanceof ask.NotSignedIn) return show('sign-in');
    element('trouble').textContent = error.message;
    show('trouble');
  }
}

element('as-of').value = new URLSearchParams(location.search).get('asOf') || new Date().toISOString().slice(0, 10);
element('as-of').addEventListener('change', draw);
element('question').addEventListener('submit', (event) => { event.preventDefault(); draw(); });
element('language').addEventListener('click', () => { switchLanguage(); draw(); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
draw();
linkToOffices().catch(() => {}); // whoever is not signed in is told so by draw
