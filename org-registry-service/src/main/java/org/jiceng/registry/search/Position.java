package org.jiceng.registry.search;

import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;

/**
 * Where a search goes on.
 *
 * @param source the index of the table
 * @param walking whether its names are read in the order of codes, being too many to rank
 * @param rank of the last hit; -1 before the first
 * @param code of the last hit, or the last one read
 */
record Position(int source, boolean walking, int rank, String code) {
  static Position beginning(int source) {
    return new Position(source, false, -1, "");
  }

  static Position parse(Cursor cursor, int sources) {
    Long source = cursor.number(0);
    Long rank = cursor.number(2);
    if (source == null
        || source < 0
        || source >= sources
        || rank == null
        || cursor.key(3) == null) {
      throw Problem.malformed("cursor", "cursor");
    }
    return new Position(
        source.intValue(), "walk".equals(cursor.key(1)), rank.intValue(), cursor.key(3));
  }

  boolean first() {
    return rank < 0;
  }

  Position walkingAfter(String read) {
    return new Position(source, true, 0, read);
  }

  Position rankedAfter(int lastRank, String lastCode) {
    return new Position(source, false, lastRank, lastCode);
  }

  @Override
  public String toString() {
    return Cursor.of(source, walking ? "walk" : "rank", rank, code).toString();
  }
}
