package org.jiceng.events;

/** What a station offers. */
public enum StationKind {
  /** 社会工作站. */
  SOCIAL_WORK,
  /** 党建服务站. */
  PARTY_SERVICE
}
