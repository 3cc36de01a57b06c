package org.jiceng.activity.booking;

/** How far a change to one occurrence of a series goes, among those still to come. */
public enum SeriesScope {
  THIS,
  FOLLOWING,
  ALL
}
