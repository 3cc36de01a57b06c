package org.jiceng.reporting.indicator;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.web.Page;

/** What each figure means. */
@Path("/api/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics")
@PermitAll
public class IndicatorResource {
  private final Indicators indicators;

  IndicatorResource(Indicators indicators) {
    this.indicators = indicators;
  }

  @GET
  @Operation(summary = "Every indicator with its names, its unit and its formula")
  public Page<Indicator> list() {
    return new Page<>(List.copyOf(indicators.all()), null);
  }
}
