package org.jiceng.events;

/** What kind of organisation it is. */
public enum OrganizationType {
  /** 工委. */
  WORKING_COMMITTEE,
  /** 社会工作党委. */
  SOCIAL_WORKING_COMMITTEE,
  /** 党委. */
  COMMITTEE,
  /** 党总支. */
  GENERAL_BRANCH,
  /** 党支部. */
  BRANCH,
  /** 党小组. */
  GROUP
}
