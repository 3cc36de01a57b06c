package org.jiceng.events;

/** The level of an area in the territory. */
public enum AreaLevel {
  /** 区. */
  DISTRICT,
  /** 街道. */
  SUB_DISTRICT,
  /** 街道筹备处. */
  PREPARATORY_OFFICE,
  /** 地区办事处. */
  AREA_OFFICE,
  /** 社区. */
  COMMUNITY,
  /** 行政村. */
  VILLAGE
}
