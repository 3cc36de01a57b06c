package org.jiceng.events;

/** What kind of activity site it is. */
public enum SiteKind {
  /** 党员服务中心. */
  SERVICE_CENTRE,
  /** 党员服务站. */
  SERVICE_STATION,
  /** 党员活动室. */
  ACTIVITY_ROOM,
  /** 党课讲堂. */
  LECTURE_HALL,
  /** 展厅. */
  EXHIBITION
}
