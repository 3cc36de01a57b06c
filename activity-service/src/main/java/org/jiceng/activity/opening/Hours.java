package org.jiceng.activity.opening;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of a day by the clock on the wall, the end not included; 24:00 is the day's end. */
public record Hours(
    @NotNull @Pattern(regexp = Hours.TIME) @Schema(examples = "08:30") String opens,
    @NotNull @Pattern(regexp = Hours.TIME) @Schema(examples = "17:30") String closes) {
  static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00";
  private static final int AN_HOUR = 60;

  /** The minute of the day in which it begins. */
  public int opensAt() {
    return minute(opens);
  }

  /** The minute of the day in which it has ended. */
  public int closesAt() {
    return minute(closes);
  }

  /** From a minute of the day to another. */
  public static Hours of(int opensAt, int closesAt) {
    return new Hours(text(opensAt), text(closesAt));
  }

  private static String text(int minute) {
    return "%02d:%02d".formatted(minute / AN_HOUR, minute % AN_HOUR);
  }

  private static int minute(String text) {
    String[] parts = text.split(":", 2);
    return Integer.parseInt(parts[0]) * AN_HOUR + Integer.parseInt(parts[1]);
  }
}
