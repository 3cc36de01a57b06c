package org.jiceng.events;

/** What kind of activity (组织生活) took place. */
public enum ActivityKind {
  /** 党员大会. */
  MEMBER_ASSEMBLY,
  /** 支委会. */
  COMMITTEE_MEETING,
  /** 党小组会. */
  GROUP_MEETING,
  /** 党课. */
  LECTURE,
  /** 主题党日. */
  THEME_DAY,
  /** 志愿服务. */
  VOLUNTEERING
}
