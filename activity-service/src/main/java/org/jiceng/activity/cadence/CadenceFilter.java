package org.jiceng.activity.cadence;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Whose cadence is asked for. */
public class CadenceFilter {
  @QueryParam("period")
  @Parameter(
      required = true,
      description = "A year, quarter or month; of its spans those that are over count",
      example = "2026-Q3")
  String period;

  @QueryParam("organizationId")
  @Parameter(description = "The organisation itself and all below it")
  UUID organizationId;

  @QueryParam("areaCode")
  @Parameter(description = "The area itself and all that lies in it", example = "110105001000")
  String areaCode;

  @QueryParam("behind")
  @DefaultValue("false")
  @Parameter(description = "Only those that miss something: a work list")
  boolean behind;
}
