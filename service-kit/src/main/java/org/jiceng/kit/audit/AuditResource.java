package org.jiceng.kit.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Who has read and who has changed what. */
@Path("/api/v1/audit-log")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DISTRICT_ADMIN})
@Tag(name = "audit")
public class AuditResource {
  private final AuditLog log;
  private final AuditVerification verification;
  private final Audit audit;
  private final Scopes scopes;

  AuditResource(AuditLog log, AuditVerification verification, Audit audit, Scopes scopes) {
    this.log = log;
    this.verification = verification;
    this.audit = audit;
    this.scopes = scopes;
  }

  @GET
  @Operation(summary = "The audit records, the latest first; asking is itself recorded")
  public Page<AuditLog.Item> find(
      @QueryParam("recordType") String recordType,
      @QueryParam("recordId") String recordId,
      @QueryParam("who") String who,
      @BeanParam PageRequest page) {
    scopes.requireWholeDistrict();
    Page<AuditLog.Item> found = log.find(recordType, recordId, who, page);
    audit.write("search", "audit-log", null);
    return found;
  }

  @GET
  @Path("/verification")
  @Operation(
      summary = "Whether the log is whole: no record changed, removed or slipped in",
      description = "Note chainNo and hash down elsewhere; a log cut at its end shows by them.")
  public AuditVerification.Verdict verify() {
    scopes.requireWholeDistrict();
    return verification.verify();
  }
}
