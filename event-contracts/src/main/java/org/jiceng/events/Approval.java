package org.jiceng.events;

/** Who confirms the bookings of a space. */
public enum Approval {
  /** 自动确认. */
  AUTOMATIC,
  /** 管理员审批. */
  MANUAL
}
