package org.jiceng.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;

/**
 * All figures of the district page over HTTP, against counting the members: as those get them who
 * ask after someone else did, and worked out anew, which no answer that is kept can help, as each
 * question is for a day of its own.
 */
final class DistrictPageRow implements Row {
  private static final int TIMES = 200;
  private static final LocalDate DAY = LocalDate.parse("2009-12-31");
  private static final String PAGE =
      "statistics?indicators=members.affiliated,members.mobileHosted,"
          + "organizations.community,organizations.twoNew,units.total,buildings.coverageRate,"
          + "sites.total,communities.withoutOrganization&asOf=";

  private final Stack stack;

  DistrictPageRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "district-page";
  }

  @Override
  public String description() {
    return "the headline figures over HTTP, against select count(*) from member; medians";
  }

  /** A question that is timed. */
  interface Call {
    void run(int time) throws IOException, SQLException;
  }

  /** The median time of the page's figures, each time of another day. */
  static double millisAnew(Api reporting) throws IOException {
    try {
      return medianMillis(time -> reporting.get(PAGE + DAY.minusDays(time)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Result> results() throws Exception {
    try (Api api = stack.reporting();
        Connection connection = stack.database("jiceng_member");
        Statement statement = connection.createStatement()) {
      double kept = medianMillis(time -> api.get(PAGE + DAY));
      double anew = millisAnew(api);
      double reference =
          medianMillis(
              time -> {
                try (ResultSet rows = statement.executeQuery("select count(*) from member")) {
                  rows.next();
                }
              });
      return List.of(result(name(), kept, reference), result(name() + "-anew", anew, reference));
    }
  }

  @Override
  public Result measure() throws Exception {
    return results().get(0);
  }

  private static Result result(String name, double millis, double reference) {
    return new Result(name, millis, reference, "ms", Result.Bound.AT_MOST, 0.25);
  }

  private static double medianMillis(Call call) throws IOException, SQLException {
    double[] millis = new double[TIMES];
    for (int i = -TIMES; i < TIMES; i++) {
      long from = System.nanoTime();
      call.run(TIMES + i);
      if (i >= 0) {
        millis[i] = (System.nanoTime() - from) / 1e6;
      }
    }
    java.util.Arrays.sort(millis);
    return millis[TIMES / 2];
  }
}
