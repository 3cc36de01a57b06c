package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jiceng.reporting.figures.View;

/**
 * What the organisations and areas beside a page of records are called, as far as the caller sees
 * them. Of nothing else has reporting a name.
 */
@ApplicationScoped
public class PlaceNames {
  private static final Pattern AREA = Pattern.compile("\\d{12}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String NAMES =
      """
      select o.organization_id, null, o.code, o.name, null
        from organization_node o
       where o.organization_id = any (?::uuid[])
         and (?::uuid is null or o.path <@ (
               select r.path from organization_node r where r.organization_id = ?::uuid))
      union all
      select null, a.code, a.code, a.name, a.name_en
        from {now area} a where a.code = any (?)""";

  private final Sight sight;

  PlaceNames(Sight sight) {
    this.sight = sight;
  }

  /** Names that were found together. */
  static final class Found {
    private final Map<String, NamedPlace> places = new HashMap<>();

    private Found(List<NamedPlace> found) {
      for (NamedPlace place : found) {
        places.put(place.area() == null ? place.organization().toString() : place.area(), place);
      }
    }

    /** The organisation or area of an id or a code; null where it is none, or is out of sight. */
    NamedPlace of(Object idOrCode) {
      return idOrCode == null ? null : places.get(idOrCode.toString());
    }
  }

  /** All that is named by some ids and codes of each row, asked for once. */
  <T> Found of(View view, List<T> rows, List<Function<T, Object>> named) {
    Set<String> all = new TreeSet<>();
    rows.forEach(
        row ->
            named.stream()
                .map(one -> one.apply(row))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .forEach(all::add));
    List<String> ids = all.stream().filter(ID.asMatchPredicate()).toList();
    Set<String> areas = sight.seen(view, all.stream().filter(AREA.asMatchPredicate()).toList());
    if (ids.isEmpty() && areas.isEmpty()) {
      return new Found(List.of());
    }
    UUID root = sight.root();
    return new Found(view.list(NAMES, PlaceNames::place, ids, root, root, areas));
  }

  private static NamedPlace place(ResultSet row) throws SQLException {
    return new NamedPlace(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5));
  }
}
