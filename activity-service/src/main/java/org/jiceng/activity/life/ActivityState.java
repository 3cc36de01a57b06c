package org.jiceng.activity.life;

/** How far an activity has come. */
public enum ActivityState {
  PLANNED,
  HELD,
  MINUTED,
  CANCELLED;

  boolean tookPlace() {
    return this == HELD || this == MINUTED;
  }
}
