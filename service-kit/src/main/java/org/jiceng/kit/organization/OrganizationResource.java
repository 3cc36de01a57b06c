package org.jiceng.kit.organization;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/**
 * What organisations are called, for who has to name one to an office; the registry keeps them.
 * Where {@code jiceng.organization-names.enabled}; the service then has an index on their names.
 */
@Path("/api/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.SYSTEM,
  Roles.AUDITOR
})
@IfBuildProperty(name = "jiceng.organization-names.enabled", stringValue = "true")
public class OrganizationResource {
  private final OrganizationNames names;

  OrganizationResource(OrganizationNames names) {
    this.names = names;
  }

  @GET
  @Operation(summary = "Organisations by id, by part of their name or by code, as known here")
  public Page<OrganizationView> list(
      @QueryParam("id") @Size(max = 100) @Parameter(description = "These, also former ones")
          List<UUID> ids,
      @QueryParam("q")
          @Size(max = 60)
          @Parameter(description = "Part of the name, or the whole code; of present ones")
          String q,
      @QueryParam("own")
          @DefaultValue("false")
          @Parameter(description = "Only those in one's scope")
          boolean own,
      @BeanParam PageRequest page) {
    return names.page(ids, q, own, page);
  }
}
