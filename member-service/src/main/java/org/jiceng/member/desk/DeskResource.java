package org.jiceng.member.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;

/** The door to an office's first look in the morning. */
@Path("/api/v1/desk")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "desk")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM, Roles.AUDITOR})
public class DeskResource {
  private final Desk desk;

  DeskResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(summary = "How much one's offices have to do today, and soon; counts only")
  public DeskToday today() {
    return desk.today();
  }
}
