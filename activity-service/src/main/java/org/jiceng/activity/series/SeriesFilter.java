package org.jiceng.activity.series;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jiceng.activity.list.Conditions;

/** Which series are asked for. */
public class SeriesFilter {
  @QueryParam("spaceId")
  UUID spaceId;

  @QueryParam("organizationId")
  UUID organizationId;

  Conditions conditions() {
    return new Conditions()
        .and("spaceId = :space", "space", spaceId)
        .and("organizationId = :organization", "organization", organizationId);
  }
}
