// The words that all pages have, and the language. Each page teaches its own; names of codes come from
// the service.
const words = {
  'zh-CN': {
    skip: '跳到内容', dashboard: '统计看板', registrar: '组织登记', secretary: '书记工作台', sites: '活动阵地', views: '页面', signOut: '退出', signInTitle: '请先登录', signIn: '登录', failed: '操作未完成（{0}），请稍后再试。',
    unreachable: '暂时无法连接服务，请检查网络后重试。', again: '重试', waiting: '正在读取…', more: '更多', close: '关闭', cancel: '取消', done: '已完成：{0}',
    none: '无', stale: '记录已被他人修改，请重新读取并核对后再操作。', nothingFound: '没有找到“{0}”。', since: '自 {0}', effectiveOn: '生效日期', reason: '原因',
    OTHER: '其他', overdue: '已逾期', other: 'English', otherLanguage: 'en', overdueBy: '逾期 {0} 天', dueIn: '还有 {0} 天',
    signedOut: '登录已失效，内容仍保留在此。', signInAgain: '在新页面登录后，再按一次即可', reload: '重新读取', back: '上一步', removeIt: '移除{0}',
    foundCount: '找到 {0} 个组织', picked: '已选择{0}',
    organization: '组织', findOrganization: '按名称或代码查找组织', pickOne: '请先查找并选择一项。', chooseOrganization: '选择组织', allOwn: '本组织及全部下级', notHereAnyMore: '这条记录已不在您的范围内。',
  },
  en: {
    skip: 'Skip to content', dashboard: 'Dashboard', registrar: 'Registry', secretary: 'Secretary', sites: 'Sites', views: 'Pages', signOut: 'Sign out', signInTitle: 'Please sign in',
    signIn: 'Sign in', failed: 'That did not work ({0}). Please try again later.',
    unreachable: 'The service cannot be reached. Check the network and try again.', again: 'Try again', waiting: 'Loading…',
    more: 'More', close: 'Close', cancel: 'Cancel', done: 'Done: {0}', none: 'None',
    stale: 'Somebody else has changed the record. Reload it, check it and try once more.',
    nothingFound: 'Nothing is called “{0}”.', since: 'since {0}', effectiveOn: 'From', reason: 'Reason', OTHER: 'Other',
    overdue: 'Overdue', other: '中文', otherLanguage: 'zh-CN', overdueBy: '{0} days overdue', dueIn: 'in {0} days',
    signedOut: 'You are signed out; what you filled in is kept.', signInAgain: 'Sign in on a new page, then press once more',
    reload: 'Reload', back: 'Back', removeIt: 'Remove {0}', foundCount: '{0} organisations found', picked: '{0} is chosen',
    organization: 'Organisation', findOrganization: 'Find by name or code', pickOne: 'Find and choose one first.',
    chooseOrganization: 'Choose an organisation', allOwn: 'Mine and all below', notHereAnyMore: 'This record is no longer in your scope.',
  },
};

/** A page's own words, by language. */
export function teach(more) {
  for (const [of, those] of Object.entries(more)) Object.assign(words[of], those);
}

const kept = localStorage.getItem('language');
let language = kept in words ? kept : navigator.language.startsWith('en') ? 'en' : 'zh-CN';

export const currentLanguage = () => language;

export function switchLanguage() {
  language = words[language].otherLanguage;
  localStorage.setItem('language', language);
}

export const say = (key, ...args) =>
  (words[language][key] ?? key).replace(/\{(\d)\}/g, (_, i) => args[i] ?? '');

export function putIntoWords(root) {
  document.documentElement.lang = language;
  root.querySelectorAll('[data-text]').forEach((e) => { e.textContent = say(e.dataset.text); });
  root.querySelectorAll('[data-label]').forEach((e) => e.setAttribute('aria-label', say(e.dataset.label)));
  root.querySelectorAll('[data-placeholder]').forEach((e) => e.setAttribute('placeholder', say(e.dataset.placeholder)));
}
