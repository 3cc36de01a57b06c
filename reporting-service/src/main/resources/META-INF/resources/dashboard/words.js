// The page's own words. Names of indicators come from the service, in both languages.
const words = {
  'zh-CN': {
    skip: '跳到内容', product: '区级基层统计', asOf: '截至日期', signOut: '退出', registrar: '组织登记', secretary: '书记工作台', sites: '活动阵地',
    signInTitle: '请先登录', signInText: '登录后即可查看全区数据。', signIn: '登录',
    headlines: '主要指标', membersOverTime: '党员数量变化', organizationsByKind: '党组织分类',
    coverage: '覆盖情况', townships: '街道与地区', area: '地区', noData: '无数据',
    fresh: '数据为最新', lagging: '还有 {0} 条事件待处理', asOfText: '截至 {0}',
    covered: '已覆盖', uncovered: '未覆盖', buildings: '商务楼宇', communities: '社区',
    failed: '暂时无法取得数据：{0}。请稍后再试。', forbidden: '您的账号无权查看统计数据。',
    other: 'English', otherLanguage: 'en',
  },
  en: {
    skip: 'Skip to content', product: 'Jiceng · district figures', asOf: 'As of', signOut: 'Sign out', registrar: 'Organisation registry', secretary: 'Secretary’s desk', sites: 'Activity sites',
    signInTitle: 'Please sign in', signInText: 'Sign in to see the figures of the district.', signIn: 'Sign in',
    headlines: 'Headline figures', membersOverTime: 'Members over time', organizationsByKind: 'Organisations by kind',
    coverage: 'Coverage', townships: 'Sub-districts and areas', area: 'Area', noData: 'no data',
    fresh: 'Up to date', lagging: '{0} events still to be counted', asOfText: 'As of {0}',
    covered: 'covered', uncovered: 'not covered', buildings: 'Buildings', communities: 'Communities',
    failed: 'The figures cannot be fetched now: {0}. Please try again later.',
    forbidden: 'Your account may not see the statistics.',
    other: '中文', otherLanguage: 'zh-CN',
  },
};

let language = localStorage.getItem('language')
  || (navigator.language.startsWith('zh') ? 'zh-CN' : navigator.language.startsWith('en') ? 'en' : 'zh-CN');

export const currentLanguage = () => language;

export function switchLanguage() {
  language = words[language].otherLanguage;
  localStorage.setItem('language', language);
}

export const say = (key, ...args) =>
  args.reduce((text, arg, i) => text.replace(`{${i}}`, arg), words[language][key]);

export const number = (value, unit) => {
  if (value === null || value === undefined) return say('noData');
  const ratio = unit && unit.startsWith('ratio');
  return new Intl.NumberFormat(language, ratio
    ? { style: 'percent', maximumFractionDigits: 1 }
    : { maximumFractionDigits: 2 }).format(value);
};

export function putIntoWords(root) {
  document.documentElement.lang = language;
  root.querySelectorAll('[data-text]').forEach((e) => { e.textContent = say(e.dataset.text); });
  root.querySelectorAll('[data-label]').forEach((e) => e.setAttribute('aria-label', say(e.dataset.label)));
}
