package org.jiceng.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** All figures of the district page over HTTP, against counting the members. */
final class DistrictPageRow implements Row {
  private static final int TIMES = 200;
  private static final String PAGE =
      "statistics?asOf=2009-12-31&indicators=members.affiliated,members.mobileHosted,"
          + "organizations.community,organizations.twoNew,units.total,buildings.coverageRate,"
          + "sites.total,communities.withoutOrganization";

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
    void run() throws IOException, SQLException;
  }

  /** The median time of the page's figures. */
  static double millis(Api reporting) throws IOException {
    try {
      return medianMillis(() -> reporting.get(PAGE));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Result measure() throws Exception {
    try (Api api = stack.reporting();
        Connection connection = stack.database("jiceng_member");
        Statement statement = connection.createStatement()) {
      double figure = millis(api);
      double reference =
          medianMillis(
              () -> {
                try (ResultSet rows = statement.executeQuery("select count(*) from member")) {
                  rows.next();
                }
              });
      return new Result(name(), figure, reference, "ms", Result.Bound.AT_MOST, 0.25);
    }
  }

  private static double medianMillis(Call call) throws IOException, SQLException {
    double[] millis = new double[TIMES];
    for (int i = -TIMES; i < TIMES; i++) {
      long from = System.nanoTime();
      call.run();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - from) / 1e6;
      }
    }
    java.util.Arrays.sort(millis);
    return millis[TIMES / 2];
  }
}
