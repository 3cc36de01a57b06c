package org.jiceng.registry.staffing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.events.PostKind;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to staffing against the norm. */
@Path("/api/v1/staffing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "posts")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class StaffingResource {
  private final StaffingQueries queries;

  StaffingResource(StaffingQueries queries) {
    this.queries = queries;
  }

  @GET
  @Operation(summary = "What the norm of today asks for, what there is and what is missing")
  public Staffing staffing(@BeanParam StaffingFilter filter) {
    return queries.of(filter);
  }

  @GET
  @Path("/gaps")
  @Operation(summary = "Which organisations are short of whom, the largest gap first")
  public Page<Staffing.Gap> gaps(
      @BeanParam StaffingFilter filter,
      @QueryParam("kind") PostKind kind,
      @BeanParam PageRequest page) {
    return queries.gaps(filter, kind, page);
  }
}
