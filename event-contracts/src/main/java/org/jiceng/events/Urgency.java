package org.jiceng.events;

/** How pressing something is that waits. */
public enum Urgency {
  /** 提醒: the office that has to act is reminded. */
  REMINDER,
  /** 升级督办: the office above it is told, too. */
  ESCALATION
}
