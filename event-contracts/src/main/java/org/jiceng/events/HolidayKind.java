package org.jiceng.events;

/** What the district's calendar says of a date that is no ordinary one. */
public enum HolidayKind {
  /** 放假. */
  HOLIDAY,
  /** 调休上班. */
  WORKDAY
}
