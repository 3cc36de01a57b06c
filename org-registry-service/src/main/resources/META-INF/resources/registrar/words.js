// The page's own words. Names of codes, areas and rules come from the service, in both languages.
import { acting } from './words-acting.js';

const words = {
  'zh-CN': {
    skip: '跳到内容', product: '党组织登记', organizations: '组织', gaps: '待办事项', dashboard: '统计看板', views: '页面',
    signOut: '退出', signInTitle: '请先登录', signInText: '登录后即可查看和维护组织登记。', signIn: '登录',
    forbidden: '您的账号无权查看组织登记。', failed: '操作未完成（{0}），请稍后再试。', unreachable: '暂时无法连接服务，请检查网络后重试。',
    again: '重试', waiting: '正在读取…', more: '更多', close: '关闭', cancel: '取消', done: '已完成：{0}', none: '无',
    stale: '记录已被他人修改，请重新读取并核对后再操作。',
    search: '按名称或代码查找组织', found: '查找结果', nothingFound: '没有找到“{0}”。',
    treeBy: '组织树', byLine: '按隶属', byTerritory: '按属地', nothingBelow: '没有下级', chooseOne: '请在组织树中选择一个组织，或按名称查找。',
    backToTree: '← 返回组织树', above: '上级', whatItIs: '基本情况', posts: '岗位与任期', covers: '覆盖', findings: '数据问题（含下级）',
    reorganizations: '调整', lineage: '沿革', history: '历史', predecessors: '前身', successors: '后继', noLineage: '没有合并、拆分或撤销。',
    type: '类型', sector: '领域', mode: '组建方式', area: '地区', establishedOn: '成立日期', dissolvedOn: '撤销日期', foundedBy: '组建者',
    temporary: '临时', nameOf: '名称', parent: '上级', state: '状态', units: '单位', buildings: '商务楼宇', building: '商务楼宇',
    ACTIVE: '正常', SUSPENDED: '已暂停', DISSOLVED: '已撤销',
    noPosts: '没有设置岗位。', coversNoUnit: '没有覆盖单位。', coversNoBuilding: '没有覆盖楼宇。', staff: '从业人员 {0} 人', since: '自 {0}',
    vacant: '空缺', overdue: '已逾期', heldSince: '{0} 起任职', vacantSince: '{0} 起空缺', termEnds: '任期至 {0}',
    firstKnown: '最初登记为“{0}”，{1}', noChange: '更正', recordedAt: '登记于 {0}',
    rename: '更名', newName: '新名称', suspend: '暂停', resume: '恢复', effectiveOn: '生效日期', reason: '原因',
    suspendText: '暂停后组织仍保留，可以恢复。',
    TOO_FEW_MEMBERS: '党员人数不足', BEING_PUT_RIGHT: '正在整改', BEING_REORGANIZED: '正在调整', PUT_RIGHT: '整改完成', ENOUGH_MEMBERS: '党员人数已达到',
    KNOWN_EXCEPTION: '已知的例外', OTHER: '其他',
    waive: '暂不处理', waiveText: '在所选日期之前不再列出；届时若仍存在，将重新列出。', until: '直到',
    accept: '同意', decline: '不同意', acceptText: '将按提议立即修改记录。', openedOn: '{0} 发现', HIGH: '重要',
    'command-rename': '更名', 'command-relocate': '变更属地', 'command-reparent': '变更隶属', 'command-suspend': '暂停', 'command-resume': '恢复',
    'command-dissolve': '撤销', 'command-cover': '覆盖', 'command-uncover': '取消覆盖', 'command-close': '关闭', 'command-appoint': '任职', 'command-vacate': '免职',
    MERGE: '合并', SPLIT: '拆分', DISSOLUTION: '撤销', PLANNED: '已计划', UNDER_WAY: '进行中', DONE: '已完成', CANCELLED: '已取消',
    and: '、', waitsFor: '等待 {0}', gapsText: '需要处理的事项，按列表处理；点组织名称可打开档案。', everywhere: '全部',
    openProposals: '待决定的提议', noProposals: '没有待决定的提议。', openFindings: '数据问题', noFindings: '没有数据问题。',
    electionsDue: '90 天内应换届', noElections: '近期没有应换届的组织。', overdueBy: '逾期 {0} 天', dueIn: '还有 {0} 天', postsDue: '{0} 个岗位',
    vacancies: '岗位空缺', noVacancies: '没有空缺岗位。', uncoveredUnits: '未覆盖单位', noUncovered: '没有未覆盖的单位。',
    'reorganizations-PLANNED': '已计划的调整', 'reorganizations-UNDER_WAY': '进行中的调整',
    other: 'English', otherLanguage: 'en',
  },
  en: {
    skip: 'Skip to content', product: 'Organisation registry', organizations: 'Organisations', gaps: 'To do', dashboard: 'Dashboard', views: 'Pages',
    signOut: 'Sign out', signInTitle: 'Please sign in', signInText: 'Sign in to see and keep the registry of organisations.', signIn: 'Sign in',
    forbidden: 'Your account may not see the registry.', failed: 'That did not work ({0}). Please try again later.',
    unreachable: 'The service cannot be reached. Check the network and try again.',
    again: 'Try again', waiting: 'Loading…', more: 'More', close: 'Close', cancel: 'Cancel', done: 'Done: {0}', none: 'None',
    stale: 'Somebody else has changed the record. Reload it, check it and try once more.',
    search: 'Find by name or code', found: 'Found', nothingFound: 'Nothing is called “{0}”.',
    treeBy: 'Tree', byLine: 'By line', byTerritory: 'By territory', nothingBelow: 'Nothing below', chooseOne: 'Choose an organisation in the tree, or find one by its name.',
    backToTree: '← Back to the tree', above: 'Above it', whatItIs: 'What it is', posts: 'Posts and terms', covers: 'What it covers', findings: 'Doubtful records (here and below)',
    reorganizations: 'Reorganisations', lineage: 'Lineage', history: 'History', predecessors: 'Before it', successors: 'After it', noLineage: 'Never merged, split or dissolved.',
    type: 'Type', sector: 'Sector', mode: 'Establishment mode', area: 'Area', establishedOn: 'Established on', dissolvedOn: 'Dissolved on', foundedBy: 'Founded by',
    temporary: 'temporary', nameOf: 'Name', parent: 'Parent', state: 'State', units: 'Units', buildings: 'Buildings', building: 'Building',
    ACTIVE: 'Active', SUSPENDED: 'Suspended', DISSOLVED: 'Dissolved',
    noPosts: 'There are no posts.', coversNoUnit: 'It covers no unit.', coversNoBuilding: 'It covers no building.', staff: '{0} staff', since: 'since {0}',
    vacant: 'Vacant', overdue: 'Overdue', heldSince: 'Held since {0}', vacantSince: 'Vacant since {0}', termEnds: 'term ends {0}',
    firstKnown: 'First known as “{0}”, {1}', noChange: 'Corrected', recordedAt: 'Recorded {0}',
    rename: 'Rename', newName: 'New name', suspend: 'Suspend', resume: 'Resume', effectiveOn: 'From', reason: 'Reason',
    suspendText: 'It is kept, and can be resumed.',
    TOO_FEW_MEMBERS: 'Too few members', BEING_PUT_RIGHT: 'Being put right', BEING_REORGANIZED: 'Being reorganised', PUT_RIGHT: 'Put right', ENOUGH_MEMBERS: 'Enough members again',
    KNOWN_EXCEPTION: 'A known exception', OTHER: 'Other',
    waive: 'Let it stand', waiveText: 'It is not listed until that day; if it is still there then, it is listed again.', until: 'Until',
    accept: 'Accept', decline: 'Decline', acceptText: 'The record is changed at once, as proposed.', openedOn: 'Found {0}', HIGH: 'Important',
    'command-rename': 'Rename', 'command-relocate': 'Move to another area', 'command-reparent': 'Move in the line', 'command-suspend': 'Suspend', 'command-resume': 'Resume',
    'command-dissolve': 'Dissolve', 'command-cover': 'Cover', 'command-uncover': 'End coverage', 'command-close': 'Close', 'command-appoint': 'Appoint', 'command-vacate': 'Vacate',
    MERGE: 'Merge', SPLIT: 'Split', DISSOLUTION: 'Dissolution', PLANNED: 'Planned', UNDER_WAY: 'Under way', DONE: 'Done', CANCELLED: 'Cancelled',
    and: ', ', waitsFor: 'waits for {0}', gapsText: 'What needs doing, list by list. An organisation’s name opens its card.', everywhere: 'Everywhere',
    openProposals: 'Proposals to decide', noProposals: 'No proposal is open.', openFindings: 'Doubtful records', noFindings: 'No record is doubtful.',
    electionsDue: 'Elections due within 90 days', noElections: 'No election is due.', overdueBy: '{0} days overdue', dueIn: 'in {0} days', postsDue: '{0} posts',
    vacancies: 'Vacancies', noVacancies: 'No post is vacant.', uncoveredUnits: 'Units that nobody covers', noUncovered: 'Every unit is covered.',
    'reorganizations-PLANNED': 'Planned reorganisations', 'reorganizations-UNDER_WAY': 'Reorganisations under way',
    other: '中文', otherLanguage: 'zh-CN',
  },
};

for (const [of, more] of Object.entries(acting)) Object.assign(words[of], more);

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
