package org.jiceng.registry.organization;

import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a tree is asked for. */
public class TreeRequest {
  @QueryParam("by")
  @DefaultValue(Direction.DEFAULT)
  @Parameter(description = "line or territory")
  String by;

  @QueryParam("asOf")
  @Parameter(description = "As it was on that date; today if left out")
  LocalDate asOf;

  @QueryParam("depth")
  @PositiveOrZero
  @Parameter(description = "How many levels down; all if left out")
  Integer depth;

  Direction direction() {
    return Direction.named(by);
  }

  boolean now() {
    return asOf == null;
  }

  int deepest() {
    return depth == null ? Short.MAX_VALUE : Math.min(depth, Short.MAX_VALUE);
  }
}
