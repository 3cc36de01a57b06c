package org.jiceng.registry.organization;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The organisations of an area, whatever their line. */
@Path("/api/v1/areas/{code}/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "areas")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM,
  Roles.MEMBER
})
public class AreaOrganizationsResource {
  private final OrganizationQueries queries;

  AreaOrganizationsResource(OrganizationQueries queries) {
    this.queries = queries;
  }

  @GET
  @Operation(
      summary = "The organisations of an area, whatever their line",
      description =
          "Those in the areas that lie within it too, unless within=false. With asOf both the"
              + " organisations and the areas are as they were on that date; dissolved ones are left"
              + " out.")
  public Page<OrganizationView> list(
      @PathParam("code") String code,
      @QueryParam("asOf") LocalDate asOf,
      @QueryParam("within") @DefaultValue("true") boolean within,
      @BeanParam PageRequest page) {
    return queries.inArea(code, asOf, within, page);
  }
}
