package org.jiceng.activity.honour;

/** How far a nomination has come. */
public enum NominationState {
  NOMINATED,
  ACCEPTED,
  RETURNED
}
