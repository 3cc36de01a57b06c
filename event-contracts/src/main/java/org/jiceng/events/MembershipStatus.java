package org.jiceng.events;

/** Where a member stands between admission and the end of membership. */
public enum MembershipStatus {
  /** 预备党员. */
  PROBATIONARY,
  /** 正式党员. */
  FULL
}
