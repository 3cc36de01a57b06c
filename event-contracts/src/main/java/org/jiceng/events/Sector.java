package org.jiceng.events;

/** The field of society in which an organisation works. */
public enum Sector {
  /** 社区. */
  COMMUNITY,
  /** 行政村. */
  VILLAGE,
  /** 非公有制企业. */
  NON_PUBLIC_ENTERPRISE,
  /** 社会组织. */
  SOCIAL_ORGANIZATION,
  /** 商务楼宇. */
  BUILDING,
  /** 流动党员. */
  MOBILE_MEMBERS,
  /** 机关. */
  AGENCY
}
