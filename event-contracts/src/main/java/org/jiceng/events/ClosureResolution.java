package org.jiceng.events;

/** What becomes of the bookings that a closure hits. */
public enum ClosureResolution {
  /** 改到其他场地, cancelled where there is none. */
  MOVE,
  /** 取消. */
  CANCEL
}
