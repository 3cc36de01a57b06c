package org.jiceng.activity.life;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to what is planned and what took place. */
@Path("/api/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "activities")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
public class ActivityResource {
  private static final int LONGEST_MINUTES = 50_000;

  private final ActivityDesk desk;
  private final PlanDesk plans;

  ActivityResource(ActivityDesk desk, PlanDesk plans) {
    this.desk = desk;
    this.plans = plans;
  }

  /** Another time. */
  public record Rescheduling(@NotNull Instant startsAt, @NotNull Instant endsAt) {}

  /** Why it does not take place. */
  @Schema(name = "ActivityCancellation")
  public record Cancellation(@ReasonCode @Schema(examples = "TOO_FEW") String reasonCode) {}

  /** What was said and decided. */
  public record NewMinutes(
      @NotBlank @Size(max = LONGEST_MINUTES) @Schema(examples = "会议一致通过年度计划。") String text) {
    @Override
    public String toString() {
      return "minutes";
    }
  }

  /** Which organisation does not hold it together with the others. */
  public record Leaving(@NotNull UUID organizationId) {}

  @GET
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "What is planned and what took place, by organisation, kind and days")
  public Page<ActivityView> list(@BeanParam ActivityFilter filter, @BeanParam PageRequest page) {
    return desk.page(filter, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(
      summary = "One activity, and how many attended and signed up",
      description = "Always sent in full: its counts change without its version")
  public Response get(@PathParam("id") UUID id) {
    return answer(desk.one(id));
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Reports that organisations have held an activity; one in one's scope led it")
  public Response report(@Valid @NotNull NewActivity wanted) {
    return created(desk.report(wanted));
  }

  @POST
  @Path("/plans")
  @Idempotent
  @Operation(
      summary = "Plans an activity, led by an organisation in one's scope",
      description = "It is found under /activities from now on")
  public Response plan(@Valid @NotNull NewPlan wanted) {
    return created(plans.plan(wanted));
  }

  @POST
  @Path("/{id}/rescheduling")
  @Idempotent
  @IfMatch
  @Operation(summary = "Moves a planned activity to another time")
  public Response reschedule(@PathParam("id") UUID id, @Valid @NotNull Rescheduling to) {
    return answer(plans.reschedule(id, to.startsAt(), to.endsAt()));
  }

  @POST
  @Path("/{id}/cancellation")
  @Idempotent
  @IfMatch
  @Operation(summary = "Cancels a planned activity")
  public Response cancel(@PathParam("id") UUID id, @Valid @NotNull Cancellation cancellation) {
    return answer(plans.cancel(id, cancellation.reasonCode()));
  }

  @POST
  @Path("/{id}/holding")
  @Idempotent
  @IfMatch
  @Operation(summary = "Says that a planned activity has taken place; not before it begins")
  public Response hold(@PathParam("id") UUID id) {
    return answer(desk.hold(id));
  }

  @POST
  @Path("/{id}/leaving")
  @Idempotent
  @IfMatch
  @Operation(summary = "Takes an organisation in one's scope out of a plan of others with it")
  public Response leave(@PathParam("id") UUID id, @Valid @NotNull Leaving leaving) {
    return answer(plans.leave(id, leaving.organizationId()));
  }

  @POST
  @Path("/{id}/minutes")
  @Idempotent
  @IfMatch
  @Operation(
      summary = "Writes the minutes of an activity that took place, or others in their place")
  public Response minute(@PathParam("id") UUID id, @Valid @NotNull NewMinutes minutes) {
    return answer(desk.minute(id, minutes.text()));
  }

  @GET
  @Path("/{id}/minutes")
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.AUDITOR})
  @Operation(summary = "The minutes of an activity")
  public Minutes minutes(@PathParam("id") UUID id) {
    return desk.minutes(id);
  }

  private static Response created(ActivityView made) {
    return ETags.created(URI.create("/api/v1/activities/" + made.id()), made.version(), made);
  }

  private static Response answer(ActivityView activity) {
    return ETags.ok(activity.version(), activity);
  }
}
