package org.jiceng.kit.web;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.kit.problem.Problem;

/**
 * Which page of a list is asked for, as a {@code @BeanParam}. Read {@link #fetchSize} rows after
 * {@link #cursor}, and let {@link #page} cut them.
 */
public class PageRequest {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  @QueryParam("limit")
  @Parameter(
      description = "How many items at most, 1 to 500",
      schema =
          @Schema(
              type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER,
              minimum = "1",
              maximum = "500",
              defaultValue = "50"))
  String limit;

  @QueryParam("cursor")
  @Parameter(description = "nextCursor of the page before")
  String cursor;

  /** How many items the page holds at most: 50 unless asked otherwise, 500 at most. */
  public int limit() {
    if (limit == null || limit.isEmpty()) {
      return DEFAULT_LIMIT;
    }
    try {
      int wanted = Integer.parseInt(limit);
      if (wanted >= 1 && wanted <= MAX_LIMIT) {
        return wanted;
      }
    } catch (NumberFormatException e) {
      // told the same way as a number out of range
    }
    throw Problem.malformed("limit", "between", 1, MAX_LIMIT);
  }

  /** How many rows to read: one more than the page holds, to know whether another page follows. */
  public int fetchSize() {
    return limit() + 1;
  }

  /** Where the page before ended; empty for the first page. */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(cursor).filter(c -> !c.isEmpty()).map(Cursor::parse);
  }

  /** The page out of up to {@link #fetchSize} rows. */
  public <T> Page<T> page(List<T> rows, Function<? super T, Cursor> cursorOf) {
    if (rows.size() <= limit()) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit());
    return new Page<>(items, cursorOf.apply(items.get(items.size() - 1)).toString());
  }
}
