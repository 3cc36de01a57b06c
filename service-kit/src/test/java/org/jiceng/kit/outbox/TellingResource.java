package org.jiceng.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Idempotent;

/** Writes that tell of members, in the ways in which a transaction can end. */
@Path("/api/v1/tellings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class TellingResource {
  private static final LocalDate DAY = LocalDate.of(2009, 12, 31);

  private final Outbox outbox;

  TellingResource(Outbox outbox) {
    this.outbox = outbox;
  }

  public record Telling(List<UUID> members) {}

  @POST
  @Idempotent
  public Response tell(Telling telling) {
    telling.members().forEach(this::append);
    return Response.ok(Map.of("told", telling.members().size())).build();
  }

  /** What is told of the first is rolled back, what is told of the others is not. */
  @POST
  @Path("/in-part")
  public Response tellInPart(Telling telling) {
    QuarkusTransaction.begin();
    append(telling.members().get(0));
    QuarkusTransaction.rollback();
    telling.members().stream()
        .skip(1)
        .forEach(member -> QuarkusTransaction.requiringNew().run(() -> append(member)));
    return Response.noContent().build();
  }

  @POST
  @Path("/refused")
  @Transactional
  public Response refused(Telling telling) {
    telling.members().forEach(this::append);
    throw new Problem(CommonProblems.CONFLICT);
  }

  /** One transaction stands, and yet the whole is refused. */
  @POST
  @Path("/refused-late")
  public Response refusedLate(Telling telling) {
    QuarkusTransaction.requiringNew().run(() -> telling.members().forEach(this::append));
    throw new Problem(CommonProblems.CONFLICT);
  }

  @PUT
  @Path("/{member}")
  @Transactional
  public void set(@PathParam("member") UUID member) {
    append(member);
  }

  @GET
  @Path("/{member}")
  @Transactional
  public Map<String, UUID> look(@PathParam("member") UUID member) {
    return Map.of("member", member);
  }

  private void append(UUID member) {
    outbox.append(new MemberConfirmed(member, member), DAY);
  }
}
