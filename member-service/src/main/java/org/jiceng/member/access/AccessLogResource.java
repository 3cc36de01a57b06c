package org.jiceng.member.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/**
 * Who has looked at a member's data and who has changed it: the right to know of {@code PIPL} art.
 * 44 and 45 (个人信息保护法第四十四、四十五条).
 */
@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access log")
public class AccessLogResource {
  private static final String CONTENT =
      """
      The latest first. One entry for each look at the member, at a transfer, an absence or a hosting \
      of theirs: by itself, as one of a list (each page of a list is an entry of every member on it) or \
      as one of an exported file; and one for each change by hand. What a file has brought in stands in \
      the record of the import, not here. Asking is itself recorded.""";

  private final AccessLog log;

  AccessLogResource(AccessLog log) {
    this.log = log;
  }

  @GET
  @Path("/me/access-log")
  @RolesAllowed(Roles.MEMBER)
  @Operation(summary = "Who has read and changed what is known of me", description = CONTENT)
  public Page<AccessEntry> mine(@BeanParam PageRequest page) {
    return log.mine(page);
  }

  @GET
  @Path("/{id}/access-log")
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.AUDITOR})
  @Operation(summary = "Who has read and changed what is known of a member", description = CONTENT)
  public Page<AccessEntry> of(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    return log.of(id, page);
  }
}
