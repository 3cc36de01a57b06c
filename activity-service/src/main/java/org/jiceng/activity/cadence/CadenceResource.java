package org.jiceng.activity.cadence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to who holds what is due, and who falls behind. */
@Path("/api/v1/cadence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cadence")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class CadenceResource {
  private final Cadences cadences;
  private final CadencePolicy policy;
  private final Scopes scopes;
  private final BusinessClock clock;

  CadenceResource(Cadences cadences, CadencePolicy policy, Scopes scopes, BusinessClock clock) {
    this.cadences = cadences;
    this.policy = policy;
    this.scopes = scopes;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "How organisations have kept the rules in a period, who misses most first",
      description =
          "An organisation answers for the whole months, quarters and years through which it existed;"
              + " one that is suspended for none")
  public Page<OrganizationCadence> list(
      @BeanParam CadenceFilter filter, @BeanParam PageRequest page) {
    CadencePeriod period = CadencePeriod.parse(filter.period);
    List<Duty> duties = Duty.of(policy, period, clock.today());
    return cadences.page(duties, filter, scopes.pathPrefix().orElse(null), page);
  }
}
