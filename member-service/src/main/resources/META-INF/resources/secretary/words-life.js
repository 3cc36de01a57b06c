// The page's words for what is recorded of a membership.
const told = {
  'member-admitted': ['登记为党员', 'Entered as a member'], 'member-confirmed': ['转正', 'Confirmed'], 'member-profile-changed': ['个人信息变更', 'Profile changed'],
  'workplace-changed': ['工作单位变更', 'Workplace changed'], 'membership-ended': ['党籍终止', 'Membership ended'], 'probation-extended': ['延长预备期', 'Probation extended'],
  'membership-suspended': ['停止党籍', 'Suspended'], 'membership-resumed': ['恢复党籍', 'Resumed'], 'membership-restored': ['恢复党籍（重新计入）', 'Restored'],
  'affiliation-revoked': ['更正：取消一段组织关系', 'Corrected: a stay that never was'], 'affiliation-entered': ['更正：补录一段组织关系', 'Corrected: a stay that was'],
  'confirmation-corrected': ['更正转正日期', 'Confirmation corrected'], 'admission-revoked': ['取消入党记录', 'Admission revoked'],
  'duplicate-merged': ['合并重复记录', 'Second record merged'], 'person-erased': ['个人信息已删除', 'Person erased'], 'member-reassigned': ['随组织调整转入', 'Moved by a reorganisation'],
  'transfer-requested': ['申请转接', 'Transfer requested'], 'transfer-approved': ['开出介绍信', 'Letter issued'], 'transfer-completed': ['转接完成', 'Received'],
  'transfer-refused': ['转接被拒绝', 'Transfer refused'], 'transfer-cancelled': ['撤回转接', 'Transfer cancelled'], 'transfer-expired': ['转接过期', 'Transfer expired'],
  'transfer-returned': ['介绍信退回', 'Letter sent back'], 'letter-reissued': ['重开介绍信', 'Letter reissued'], 'receipt-acknowledged': ['确认回执', 'Receipt acknowledged'],
  'transfer-reminded': ['催办', 'Reminded'], 'external-transfer-advanced': ['跨区转接', 'Transfer between districts'], 'transfer-redirected': ['转接随组织调整改向', 'Transfer redirected'],
  'absence-reported': ['报告流出', 'Reported away'], 'absence-matched': ['流出与流入对应', 'Absence matched'], 'absent-member-contacted': ['联系流动党员', 'Contacted'],
  'absence-ended': ['外出结束', 'Absence ended'], correction: ['更正', 'Correction'],
};

const inOne = (language) => Object.fromEntries(Object.entries(told).map(([what, words]) => [`life-${what}`, words[language]]));

export const life = { 'zh-CN': inOne(0), en: inOne(1) };
