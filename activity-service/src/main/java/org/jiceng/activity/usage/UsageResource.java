package org.jiceng.activity.usage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.activity.list.Areas;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to how much the sites of one's own are used. */
@Path("/api/v1/sites/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sites")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class UsageResource {
  private final SiteUsages usages;
  private final Scopes scopes;
  private final BusinessClock clock;

  UsageResource(SiteUsages usages, Scopes scopes, BusinessClock clock) {
    this.usages = usages;
    this.scopes = scopes;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "How much the sites that are managed in one's scope were used, by code",
      description = "A booking counts on the day on which it begins.")
  public Page<SiteUsage> list(@BeanParam UsageFilter filter, @BeanParam PageRequest page) {
    UsagePeriod period = UsagePeriod.asked(filter.from, filter.until, clock.today());
    String area = Areas.asked(filter.areaCode);
    return usages.page(period, area, scopes.pathPrefix().orElse(null), page);
  }
}
