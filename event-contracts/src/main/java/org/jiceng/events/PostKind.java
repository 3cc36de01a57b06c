package org.jiceng.events;

/** A post within an organisation. */
public enum PostKind {
  /** 书记. */
  SECRETARY,
  /** 副书记. */
  DEPUTY_SECRETARY,
  /** 委员. */
  COMMITTEE_MEMBER,
  /** 专职党务工作者. */
  FULL_TIME_WORKER,
  /** 党建指导员. */
  INSTRUCTOR
}
