package org.jiceng.member.membership;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.export.Exports;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;
import org.jiceng.member.person.Persons;

/** The door by which rosters leave as files. */
@Path("/api/v1/members/export")
@Tag(name = "members")
public class RosterResource {
  private final Roster roster;
  private final MemberImport kind;
  private final Persons persons;
  private final Exports exports;

  RosterResource(Roster roster, MemberImport kind, Persons persons, Exports exports) {
    this.roster = roster;
    this.kind = kind;
    this.persons = persons;
    this.exports = exports;
  }

  @GET
  @Produces({Exports.NDJSON, Exports.CSV, Imports.XLSX})
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(
      summary = "The roster on a day as a file, as the import of rosters reads it",
      description =
          "Personal fields are masked for who may not see persons; every file is recorded.")
  public Response export(@QueryParam("format") String format, @BeanParam MemberFilter filter) {
    return exports.answer(roster.export(filter, kind, persons.opening()), format);
  }
}
