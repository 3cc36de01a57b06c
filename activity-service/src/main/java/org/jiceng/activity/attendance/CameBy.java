package org.jiceng.activity.attendance;

/** How it is known that somebody attended. */
public enum CameBy {
  /** The office says so. */
  LIST,
  /** A phone showed the code of the activity while it went on. */
  CODE,
  /** A phone saw the code and told so only after the activity was over. */
  LATE
}
