package org.jiceng.events;

/** Where the premises of a site come from. */
public enum SiteOrigin {
  /** 公共设施. */
  PUBLIC,
  /** 社区. */
  COMMUNITY,
  /** 商务楼宇. */
  BUILDING,
  /** 两新组织. */
  TWO_NEW
}
