package org.jiceng.activity.life;

import java.time.Instant;
import java.util.UUID;

/** What was said and decided, as it was last written down. */
public record Minutes(UUID activityId, int number, String text, Instant writtenAt) {
  @Override
  public String toString() {
    return "minutes of " + activityId;
  }
}
