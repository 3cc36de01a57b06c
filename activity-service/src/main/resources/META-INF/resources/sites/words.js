// The page's own words. Names of codes, sites and organisations come from the service.
import { teach } from '/page/words.js';
import { acting } from './words-acting.js';

teach({
  'zh-CN': {
    product: '活动阵地', signInText: '登录后即可查看、预约和管理活动阵地。', forbidden: '您的账号无权使用活动阵地页面。',
    toCalendar: '日历', toRequests: '待批', toUsage: '使用情况', toActivities: '活动', calendar: '阵地日历', requests: '待批预约', usage: '阵地使用情况', activities: '组织生活',
    siteWords: '阵地名称或代码', areaCode: '区域代码', ownSites: '只看本组织管理的', find: '查找', noSite: '没有这样的阵地。', spacesCount: '{0} 个场地',
    otherSite: '← 选择其他阵地', managedBy: '由{0}管理', noSpace: '这个阵地目前没有可预约的场地。', space: '场地', spaceOf: '{0}（{1} 人）',
    weekBefore: '上一周', thisWeek: '本周', weekAfter: '下一周', weekOf: '{0} — {1}', weekOfSpace: '{0}一周预约', wantsApproval: '这个场地的预约由阵地管理员审批。',
    gridKeys: '方向键移动，Shift 加上下键选择一段时间，回车预约或查看，Page Up、Page Down 换周；也可用鼠标拖选。', gridKeysReading: '方向键移动，回车查看预约，Page Up、Page Down 换周。',
    time: '时间', slotLabel: '{0} {1}–{2}，{3}', slotTaken: '{0}，{1}，{2}', 'slot-free': '空闲', 'slot-past': '已过', 'slot-shut': '不开放', 'slot-closure': '停用', 'slot-taken': '已预约', 'slot-requested': '待批',
    'holiday-HOLIDAY': '节假日', 'holiday-WORKDAY': '调休上班', span: '{0} {1}–{2}', someOrganization: '某组织', someSite: '某阵地',
    nothingFree: '这一天没有空闲时间。', bookFree: '{0} 空闲 · 预约', freeFrom: '{0} 空闲',
    'state-HELD': '暂留', 'state-REQUESTED': '待批', 'state-CONFIRMED': '已确认', 'state-CHECKED_IN': '已签到', 'state-NO_SHOW': '爽约', 'state-REFUSED': '已拒绝', 'state-CANCELLED': '已取消', 'state-LAPSED': '已失效',
    bookingsHere: '这个时间的预约', expected: '预计 {0} 人', heldUntil: '暂留至 {0}', checkedInAt: '{0} 签到',
    requestsText: '阵地上等待审批的预约，时间近的在前。', managing: '管理阵地的组织', everySite: '全部阵地', noRequest: '没有等待审批的预约。',
    usageText: '您管理的阵地在一段时间内的使用情况；预约计入开始的那一天。', 'day-from': '从', 'day-until': '到（含）', noSiteOfOnesOwn: '您没有管理的阵地。',
    site: '阵地', bookings: '预约次数', bookedHours: '预约小时', occupancy: '占用率', noShows: '爽约', attendances: '参加人次', cost: '费用', costPerAttendance: '人均费用', unknown: '—',
    coming: '近期活动', heldLately: '最近开展的活动', behind: '制度落实滞后', period: '时期', noActivity: '没有活动。', nobodyBehind: '没有组织滞后。',
    'activity-PLANNED': '计划中', 'activity-HELD': '已开展', 'activity-MINUTED': '已有纪要', 'activity-CANCELLED': '已取消', attended: '{0} 人参加', signedUp: '已报名 {0}/{1}',
    missing: '缺 {0} 次', kept: '{0}：{1}/{2}', backToActivities: '← 返回组织生活', when: '时间', where: '地点', kind: '类型', agenda: '议程', attendanceList: '参加名单', nobodyCame: '还没有参加记录。',
    hosted: '流动党员', hostedPerson: '流动党员 {0}', memberOf: '党员 …{0}', 'came-LIST': '名单登记', 'came-CODE': '扫码签到', 'came-LATE': '补交签到',
  },
  en: {
    product: 'Activity sites', signInText: 'Sign in to see, book and manage activity sites.', forbidden: 'Your account may not use this page.',
    toCalendar: 'Calendar', toRequests: 'Requests', toUsage: 'Use', toActivities: 'Activities', calendar: 'Calendar of a site', requests: 'Requests', usage: 'Use of sites', activities: 'Activities',
    siteWords: 'Name or code of a site', areaCode: 'Area code', ownSites: 'Only those we manage', find: 'Find', noSite: 'There is no such site.', spacesCount: '{0} spaces',
    otherSite: '← Another site', managedBy: 'managed by {0}', noSpace: 'This site has no space that can be booked.', space: 'Space', spaceOf: '{0} ({1} persons)',
    weekBefore: 'Week before', thisWeek: 'This week', weekAfter: 'Week after', weekOf: '{0} – {1}', weekOfSpace: 'Week of {0}', wantsApproval: 'Bookings of this space wait for the site manager.',
    gridKeys: 'Arrow keys move, Shift with up or down takes more time, Enter books or opens, Page Up and Page Down turn the week; a mouse may draw.', gridKeysReading: 'Arrow keys move, Enter opens, Page Up and Page Down turn the week.',
    time: 'Time', slotLabel: '{0} {1}–{2}, {3}', slotTaken: '{0}, {1}, {2}', 'slot-free': 'free', 'slot-past': 'past', 'slot-shut': 'not open', 'slot-closure': 'closed for a while', 'slot-taken': 'booked', 'slot-requested': 'requested',
    'holiday-HOLIDAY': 'Holiday', 'holiday-WORKDAY': 'Working day', span: '{0} {1}–{2}', someOrganization: 'An organisation', someSite: 'A site',
    nothingFree: 'Nothing is free on this day.', bookFree: '{0} free · book', freeFrom: '{0} free',
    'state-HELD': 'Held', 'state-REQUESTED': 'Requested', 'state-CONFIRMED': 'Confirmed', 'state-CHECKED_IN': 'Checked in', 'state-NO_SHOW': 'No-show', 'state-REFUSED': 'Refused', 'state-CANCELLED': 'Cancelled', 'state-LAPSED': 'Lapsed',
    bookingsHere: 'Bookings at this time', expected: '{0} expected', heldUntil: 'held until {0}', checkedInAt: 'checked in at {0}',
    requestsText: 'Bookings that wait for a decision at the sites of an organisation, the soonest first.', managing: 'Who manages the sites', everySite: 'All sites', noRequest: 'No request waits.',
    usageText: 'How the sites you manage are used in a period; a booking counts on the day on which it begins.', 'day-from': 'From', 'day-until': 'Until (that day too)', noSiteOfOnesOwn: 'You manage no site.',
    site: 'Site', bookings: 'Bookings', bookedHours: 'Hours booked', occupancy: 'Occupancy', noShows: 'No-shows', attendances: 'Attendances', cost: 'Cost', costPerAttendance: 'Cost per attendance', unknown: '–',
    coming: 'Coming', heldLately: 'Held lately', behind: 'Falling behind', period: 'Period', noActivity: 'There is no activity.', nobodyBehind: 'Nobody falls behind.',
    'activity-PLANNED': 'Planned', 'activity-HELD': 'Held', 'activity-MINUTED': 'Minuted', 'activity-CANCELLED': 'Cancelled', attended: '{0} attended', signedUp: '{0} of {1} signed up',
    missing: '{0} missing', kept: '{0}: {1} of {2}', backToActivities: '← Back to activities', when: 'When', where: 'Where', kind: 'Kind', agenda: 'Agenda', attendanceList: 'Who attended', nobodyCame: 'No attendance is recorded yet.',
    hosted: 'Hosted', hostedPerson: 'Hosted member {0}', memberOf: 'Member …{0}', 'came-LIST': 'By list', 'came-CODE': 'By code', 'came-LATE': 'By code, sent later',
  },
});
teach(acting);
