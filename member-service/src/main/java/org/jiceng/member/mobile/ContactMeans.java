package org.jiceng.member.mobile;

/** How the home was in touch with a member who is away. */
public enum ContactMeans {
  PHONE,
  MESSAGE,
  VISIT,
  MEETING
}
