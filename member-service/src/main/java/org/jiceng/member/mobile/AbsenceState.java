package org.jiceng.member.mobile;

/** Where an absence stands. */
public enum AbsenceState {
  /** The member says so; the home has not decided. It counts nowhere yet. */
  REPORTED_BY_MEMBER,
  /** The home says so: the member is away until it ends. */
  CONFIRMED,
  /** The home says that the member's report is wrong, or it was overtaken. It never counted. */
  DECLINED,
  /** Back, moved, or no member any more. */
  ENDED;

  boolean isOpen() {
    return this == REPORTED_BY_MEMBER || this == CONFIRMED;
  }
}
