package org.jiceng.registry.reorganization;

/** How far a reorganisation is. */
public enum ReorganizationState {
  /** Its day is still to come. */
  PLANNED,
  /** Decided; the other services follow. */
  UNDER_WAY,
  /** All have followed. */
  DONE,
  /** Given up before its day. */
  CANCELLED
}
