package org.jiceng.activity.waitlist;

/** Whether one still waits, and how the waiting ended. */
public enum WaitlistState {
  WAITING,
  PROMOTED,
  WITHDRAWN,
  LAPSED
}
