package org.jiceng.events;

/** Who may book at a site, from the strictest on. */
public enum SharingAudience {
  /** 本系统: the managing organisation, those above and those below it. */
  OWN_LINE,
  /** 本街道: organisations whose territory lies in the site's sub-district. */
  SAME_AREA,
  /** 全区. */
  ANYONE
}
