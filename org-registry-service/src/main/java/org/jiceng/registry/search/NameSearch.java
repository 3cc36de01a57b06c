package org.jiceng.registry.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/**
 * Looks into one table. Names are found by their characters and pairs of characters, which the
 * index on {@code name_grams} knows, so that one or two Chinese characters are enough. Up to {@code
 * RANKED} names are ranked; of more, none is better than another, and they are read in the order of
 * codes, no more than {@code WALK} rows a page: so no search takes long, whatever is asked.
 */
@ApplicationScoped
class NameSearch {
  private static final int RANKED = 5_000;
  private static final int WALK = 20_000;

  /** Some hits, and where to go on in this table; null at its end. */
  record Slice(List<Hit> hits, Position next) {}

  private record Ranked(Hit hit, int rank, long all) {}

  private final Tables tables;
  private final CommonGrams common;

  NameSearch(Tables tables, CommonGrams common) {
    this.tables = tables;
    this.common = common;
  }

  Slice slice(SearchFilter filter, Source source, Position from, int limit) {
    if (from.walking()) {
      return walk(filter, source, from, limit);
    }
    if (!from.first()) {
      return ranked(filter, source, from, limit);
    }
    List<Hit> exact = exact(filter, source);
    int room = limit - exact.size();
    if (room < 1) {
      return new Slice(exact, from.rankedAfter(0, ""));
    }
    return joined(
        exact,
        common.allOf(source, filter.text())
            ? walk(filter, source, from.walkingAfter(""), room)
            : ranked(filter, source, from, room));
  }

  private static Slice joined(List<Hit> exact, Slice slice) {
    List<Hit> hits = new ArrayList<>(exact);
    hits.addAll(slice.hits());
    return new Slice(hits, slice.next());
  }

  private List<Hit> exact(SearchFilter filter, Source source) {
    Condition select =
        filter.narrow(
            new Condition(source.select())
                .and(source.code() + " in (?, ?)", filter.text(), filter.code()),
            source);
    return tables.list(select, " order by key limit 1", row -> Hit.of(source.kind(), row));
  }

  /** The closest first: 0 to 200 for a name that begins with the text, 1000 more for another. */
  private Slice ranked(SearchFilter filter, Source source, Position from, int limit) {
    Condition matches =
        new Condition(
                """
                select * from (
                  select m.*, case when lower(name) like lower(?) then 0 else 1000 end
                              + char_length(name) as rank, count(*) over () as all_matches
                    from (                """
                    + source.select())
            .with(filter.pattern());
    filter
        .narrow(matches, source)
        .and("name_grams(name) @> sought_grams(?)", filter.text())
        .and("lower(name) like lower(?)", "%" + filter.pattern())
        .and(source.code() + " not in (?, ?)", filter.text(), filter.code());
    String tail =
        " limit %d) m) ranked where (rank, key) > (%d, ?) order by rank, key limit %d"
            .formatted(RANKED + 1, from.rank(), limit + 1);
    List<Ranked> found = tables.list(matches.with(from.code()), tail, row -> ranked(source, row));
    if (!found.isEmpty() && found.get(0).all() > RANKED) {
      return walk(filter, source, from.walkingAfter(""), limit);
    }
    List<Hit> hits = found.stream().limit(limit).map(Ranked::hit).toList();
    if (found.size() <= limit) {
      return new Slice(hits, null);
    }
    Ranked last = found.get(limit - 1);
    return new Slice(hits, from.rankedAfter(last.rank(), last.hit().code()));
  }

  private static Ranked ranked(Source source, ResultSet row) throws SQLException {
    return new Ranked(Hit.of(source.kind(), row), row.getInt(8), row.getLong(9));
  }

  /** Reads on by code through so many rows at most, until the page is full. */
  private Slice walk(SearchFilter filter, Source source, Position from, int limit) {
    Condition read =
        filter
            .narrow(new Condition("select * from (" + source.select()), source)
            .and(source.code() + " > ?", from.code());
    String tail =
        (" order by key limit %d) w where lower(name) like lower(?) and key not in (?, ?)"
                + " order by key limit %d")
            .formatted(WALK, limit);
    read.with("%" + filter.pattern()).with(filter.text()).with(filter.code());
    List<Hit> found = tables.list(read, tail, row -> Hit.of(source.kind(), row));
    return found.size() == limit
        ? new Slice(found, from.walkingAfter(found.get(limit - 1).code()))
        : new Slice(found, lastRead(filter, source, from));
  }

  /** Where the stretch ended; null when the table did before. */
  private Position lastRead(SearchFilter filter, Source source, Position from) {
    Condition read =
        filter
            .narrow(new Condition("select max(key), count(*) from (" + source.select()), source)
            .and(source.code() + " > ?", from.code());
    String tail = " order by key limit %d) w".formatted(WALK);
    return tables
        .list(
            read, tail, row -> Optional.ofNullable(row.getLong(2) < WALK ? null : row.getString(1)))
        .get(0)
        .map(from::walkingAfter)
        .orElse(null);
  }
}
