package org.jiceng.registry.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door for who has a name, or a part of one, or a code. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class SearchResource {
  private final Search search;

  SearchResource(Search search) {
    this.search = search;
  }

  @GET
  @Operation(
      summary = "Finds organisations and units by name or code",
      description =
          "An exact code first, then names that begin with the text, then those that contain it."
              + " type, sector and state are of organisations and leave the units out. Of a text"
              + " that very many names contain, a page may hold fewer than its limit; go on while"
              + " there is a nextCursor.")
  public Page<Hit> search(@Valid @BeanParam SearchFilter filter, @BeanParam PageRequest page) {
    return search.page(filter, page);
  }
}
