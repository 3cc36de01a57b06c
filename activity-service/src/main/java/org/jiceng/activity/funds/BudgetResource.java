package org.jiceng.activity.funds;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.activity.list.Areas;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.IfMatch;

/** The door to what areas may spend in a year. */
@Path("/api/v1/budgets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "funds")
public class BudgetResource {
  private static final int FIRST_YEAR = 1921;
  private static final int LAST_YEAR = 9998;

  private final FundsDesk desk;

  BudgetResource(FundsDesk desk) {
    this.desk = desk;
  }

  /** What may be spent, in CNY. */
  public record NewBudget(
      @NotNull
          @DecimalMin("0.00")
          @Digits(integer = 12, fraction = 2)
          @Schema(examples = "50000.00")
          BigDecimal amount) {}

  @GET
  @Path("/{areaCode}/{year}")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SITE_MANAGER,
    Roles.REPORTER,
    Roles.AUDITOR,
    Roles.SYSTEM
  })
  @Operation(
      summary = "What an area may spend in a year, and what it and the areas in it have spent",
      description = "Always sent in full: what was spent changes without its version")
  @APIResponse(
      responseCode = "200",
      description = "Without amount and of version 0 where none is set",
      content = @Content(schema = @Schema(implementation = Budget.class)))
  public Response get(
      @PathParam("areaCode") String areaCode,
      @PathParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
    return answer(desk.budget(area(areaCode), year));
  }

  @PUT
  @Path("/{areaCode}/{year}")
  @IfMatch
  @Transactional
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(
      summary = "Sets what an area in one's territory may spend in a year",
      description = "If-Match \"0\" where none is set yet")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = Budget.class)))
  public Response set(
      @PathParam("areaCode") String areaCode,
      @PathParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) int year,
      @Valid @NotNull NewBudget budget) {
    return answer(desk.set(area(areaCode), year, budget.amount()));
  }

  private static AreaCode area(String areaCode) {
    return new AreaCode(Areas.asked(areaCode));
  }

  private static Response answer(Budget budget) {
    return ETags.ok(budget.version(), budget);
  }
}
