// The page's words for what is done on it.
export const acting = {
  'zh-CN': {
    book: '预约场地', bookNow: '预约', bookToo: '我也申请这个时间', forWhom: '为哪个组织预约', date: '日期', from: '开始', until: '结束', attendees: '预计人数', attendeesHint: '可不填；不能超过场地容量。',
    hold: '先暂留', holdHint: '场地保留几分钟，随后打开该预约确认；不确认则自动失效。',
    alternatives: '最近的空闲时间', alternativesCount: '有 {0} 个空闲选择，点击即预约。', noAlternative: '附近没有空闲，请换一个时间。', waitForIt: '候补原来的时间',
    'booked-HELD': '已暂留，请在期限内打开该预约并确认。', 'booked-REQUESTED': '已提交，等待阵地管理员审批。', 'booked-WAITING': '已列入候补；一有空闲即自动预约。',
    approval: '批准', 'text-approval': '批准后，这个时间不能再预约给他人。', refusal: '拒绝', 'text-refusal': '拒绝后不能恢复；需要时可重新申请。',
    confirmation: '确认预约', 'text-confirmation': '确认后预约生效，或转给阵地管理员审批。', checkIn: '签到', 'text-checkIn': '确认预约的组织已经到场。',
    cancelBooking: '取消预约', 'text-cancelBooking': '取消后，这个时间可由他人预约。', NEEDED_OURSELVES: '阵地自用', NOT_SUITABLE: '不适合此场地',
  },
  en: {
    book: 'Book a space', bookNow: 'Book', bookToo: 'Ask for this time too', forWhom: 'For which organisation', date: 'Date', from: 'From', until: 'Until', attendees: 'Persons expected', attendeesHint: 'May be left out; not more than the space holds.',
    hold: 'Only hold it', holdHint: 'Kept for some minutes; open the booking to confirm it, or it lapses.',
    alternatives: 'Nearest that is free', alternativesCount: '{0} are free; press one to book it.', noAlternative: 'Nothing near is free; choose another time.', waitForIt: 'Wait for the time wished for',
    'booked-HELD': 'It is held; open the booking and confirm it in time.', 'booked-REQUESTED': 'Asked for; the site manager decides.', 'booked-WAITING': 'On the waitlist; it is booked as soon as it is free.',
    approval: 'Approve', 'text-approval': 'Nobody else can have this time then.', refusal: 'Refuse', 'text-refusal': 'This cannot be undone; ask anew if needed.',
    confirmation: 'Confirm', 'text-confirmation': 'The booking holds, or goes to the site manager.', checkIn: 'Check in', 'text-checkIn': 'Those who booked have come.',
    cancelBooking: 'Cancel', 'text-cancelBooking': 'Others can have this time then.', NEEDED_OURSELVES: 'Needed ourselves', NOT_SUITABLE: 'Not suited to this space',
  },
};
