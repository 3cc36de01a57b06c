package org.jiceng.events;

/** How organisations become others. */
public enum ReorganizationKind {
  /** Several become one (合并). */
  MERGE,
  /** One becomes several (拆分). */
  SPLIT,
  /** One is no more; another takes over what it had, if it had anything (撤销). */
  DISSOLUTION
}
