package org.jiceng.activity.site;

import java.time.LocalDate;

/** Whether a site or a space is in use. */
public enum SiteState {
  OPEN,
  CLOSED;

  static SiteState of(LocalDate closedOn) {
    return closedOn == null ? OPEN : CLOSED;
  }
}
