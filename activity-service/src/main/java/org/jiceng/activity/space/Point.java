package org.jiceng.activity.space;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiceng.kit.problem.Problem;

/** A point on a round earth, in degrees of WGS 84. */
record Point(double latitude, double longitude) {
  private static final double RADIUS = 6_371_008.8;
  private static final Pattern PAIR =
      Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,12})?),(-?\\d{1,3}(?:\\.\\d{1,12})?)");
  private static final int NORTH = 90;
  private static final int EAST = 180;

  /** Reads {@code 39.9219,116.4864}; refuses (400) anything else. */
  static Point parse(String text) {
    Matcher pair = PAIR.matcher(text);
    if (pair.matches()) {
      double latitude = new BigDecimal(pair.group(1)).doubleValue();
      double longitude = new BigDecimal(pair.group(2)).doubleValue();
      if (Math.abs(latitude) <= NORTH && Math.abs(longitude) <= EAST) {
        return new Point(latitude, longitude);
      }
    }
    throw Problem.malformed("near", "coordinates");
  }

  /** As the column {@code earth} has it: in metres from the middle. */
  String cube() {
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude);
    double x = RADIUS * Math.cos(phi) * Math.cos(lambda);
    double y = RADIUS * Math.cos(phi) * Math.sin(lambda);
    double z = RADIUS * Math.sin(phi);
    return "(" + x + "," + y + "," + z + ")";
  }

  /** How long the straight line is between two points that lie so many metres apart. */
  static double straight(double metres) {
    return 2 * RADIUS * Math.sin(metres / (2 * RADIUS));
  }

  /** How many metres two points lie apart, by the straight line between them. */
  static long metres(double straight) {
    return Math.round(2 * RADIUS * Math.asin(Math.min(1, straight / (2 * RADIUS))));
  }
}
