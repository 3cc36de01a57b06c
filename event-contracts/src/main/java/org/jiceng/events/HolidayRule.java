package org.jiceng.events;

/** What a site does on a public holiday. */
public enum HolidayRule {
  /** 不开放. */
  CLOSED,
  /** 照常开放. */
  AS_USUAL,
  /** 另定时间. */
  OTHER_HOURS
}
