package org.jiceng.activity.space;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.site.Place;
import org.jiceng.kit.area.AreaHierarchy;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;

/**
 * Other spaces for a use, of at least the same size, in the same sub-district: those of the site
 * itself first, then the community's own, then the smallest that will do.
 */
@ApplicationScoped
public class Elsewhere {
  private static final String OTHERS =
      Use.WITH
          + """
          select s.site_id, p.space_id
            from site s join space p on p.site_id = s.site_id %s
           where s.closed_on is null and p.closed_on is null and s.area_code in (
                   select area_code from area_within where within_code = %s and valid_to is null)
             and p.capacity >= ? and p.space_id <> ?"""
              .formatted(Use.IF_USABLE, AreaHierarchy.SUB_DISTRICT_OF);

  private static final String NEAREST_FIRST =
      " order by s.site_id <> ?, s.area_code <> ?, p.capacity, p.space_id limit ?";

  /** Where nobody decides about it but who has decided to move it. */
  private static final String WITHOUT_APPROVAL = " and (p.approval = 'AUTOMATIC' or s.site_id = ?)";

  private final Database database;
  private final BusinessClock clock;

  Elsewhere(Database database, BusinessClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A space, and the site it belongs to. */
  public record Other(UUID siteId, UUID spaceId) {}

  /** What else can be had at that time, so many at most. */
  public List<Other> than(Place place, Use use, int limit) {
    return find(
        OTHERS + NEAREST_FIRST,
        use.arguments(
            clock.zone(),
            place.areaCode(),
            place.areaCode(),
            place.capacity(),
            place.spaceId(),
            place.siteId(),
            place.areaCode(),
            limit));
  }

  /** The same, but only what can be had without anybody's approval. */
  public List<Other> atOnceThan(Place place, Use use, int limit) {
    return find(
        OTHERS + WITHOUT_APPROVAL + NEAREST_FIRST,
        use.arguments(
            clock.zone(),
            place.areaCode(),
            place.areaCode(),
            place.capacity(),
            place.spaceId(),
            place.siteId(),
            place.siteId(),
            place.areaCode(),
            limit));
  }

  private List<Other> find(String sql, List<Object> arguments) {
    return database.list(
        sql,
        row -> new Other(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
        arguments.toArray());
  }
}
