package org.jiceng.activity.booking;

/** Whether a booking holds its space. */
public enum BookingState {
  CONFIRMED,
  CANCELLED
}
