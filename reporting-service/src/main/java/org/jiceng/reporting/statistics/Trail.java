package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;

/** The way to a place from the top of what the caller sees: by territory, or by line. */
@ApplicationScoped
public class Trail {
  private static final String TOWNSHIP_OF =
      """
      select parent_code from {territory}
       where area_code = ? and valid_from <= ? and valid_to > ?\
      """;
  private static final String LINE_TO =
      """
      select above.id, o.name, coalesce(p.type, o.type)
        from {lineage} l
        cross join lateral unnest(l.line) with ordinality above (id, rank)
        left join organization_node o on o.organization_id = above.id
        left join {placement} p
          on p.organization_id = above.id and p.valid_from <= ? and p.valid_to > ?
       where l.organization_id = ? and l.valid_from <= ? and l.valid_to > ?
       order by above.rank desc\
      """;
  private static final String NAMED =
      "select organization_id, name, type from organization_node where organization_id = ?";
  private static final String STOOD_IN =
      """
      select area_code from {placement}
       where organization_id = ? and valid_from <= ? and valid_to > ?\
      """;

  private final Views views;
  private final Places places;
  private final Sight sight;
  private final Scopes scopes;
  private final BusinessClock clock;

  Trail(Views views, Places places, Sight sight, Scopes scopes, BusinessClock clock) {
    this.views = views;
    this.places = places;
    this.sight = sight;
    this.scopes = scopes;
    this.clock = clock;
  }

  /**
   * A place on the way: an area with its level and its name in both languages, or an organisation
   * with its type and its name of today.
   */
  public record Step(
      String area, UUID organization, String name, String nameEn, String level, String type) {
    static Step of(Areas.Area area) {
      return new Step(area.code(), null, area.name(), area.nameEn(), area.level(), null);
    }
  }

  /**
   * Where a place lies.
   *
   * @param today the business date on which this is said
   * @param trail from the topmost place that the caller sees down to the place itself
   * @param area of an organisation, where it stood on the day; null where the caller does not see
   *     it
   */
  public record Way(LocalDate asOf, LocalDate today, List<Step> trail, Step area) {}

  Way to(StatisticsRequest request) {
    LocalDate asOf = request.asOf(clock);
    try (View view = views.open(request.knowledge())) {
      Places.Place place = places.find(view, request.area, request.organization);
      if (place.node() == null) {
        return new Way(asOf, clock.today(), List.of(), null);
      }
      if (place.area() != null) {
        return new Way(asOf, clock.today(), territory(view, place.area(), asOf), null);
      }
      UUID id = UUID.fromString(place.organizationId());
      return new Way(asOf, clock.today(), line(view, id, asOf), areaOf(view, id, asOf));
    }
  }

  private List<Step> territory(View view, Areas.Area area, LocalDate asOf) {
    Areas areas = new Areas(view);
    return codesAbove(view, area.code(), asOf).stream()
        .map(areas::find)
        .flatMap(Optional::stream)
        .filter(above -> sight.sees(view, Node.area(above.code())))
        .map(Step::of)
        .toList();
  }

  /** The codes of the district and the township of an area, and its own. */
  private static Set<String> codesAbove(View view, String code, LocalDate asOf) {
    String township =
        view.list(TOWNSHIP_OF, row -> row.getString(1), code, asOf, asOf).stream()
            .findFirst()
            .orElse(code.substring(0, 9) + "000");
    Set<String> codes = new LinkedHashSet<>();
    codes.add(township.substring(0, 6) + "000000");
    codes.add(township);
    codes.add(code);
    return codes;
  }

  private List<Step> line(View view, UUID id, LocalDate asOf) {
    List<Step> line = view.list(LINE_TO, Trail::organization, asOf, asOf, id, asOf, asOf);
    if (line.isEmpty()) {
      return view.list(NAMED, Trail::organization, id);
    }
    Set<UUID> seen =
        scopes.within(line.stream().map(Step::organization).collect(Collectors.toSet()));
    return line.stream().filter(step -> seen.contains(step.organization())).toList();
  }

  private static Step organization(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Step(
        null, row.getObject(1, UUID.class), row.getString(2), null, null, row.getString(3));
  }

  private Step areaOf(View view, UUID organization, LocalDate asOf) {
    return view.list(STOOD_IN, row -> row.getString(1), organization, asOf, asOf).stream()
        .findFirst()
        .filter(code -> sight.sees(view, Node.area(code)))
        .flatMap(new Areas(view)::find)
        .map(Step::of)
        .orElse(null);
  }
}
