package org.jiceng.kit.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.Sector;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;

@Path("/api/v1/probes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class ProbeResource {
  public record NewProbe(
      @NotBlank @Size(max = 200) String name, Integer amount, Sector sector, LocalDate on) {}

  public record View(UUID id, String name, int amount) {
    static View of(Probe probe) {
      return new View(probe.id, probe.name, probe.amount);
    }
  }

  private final EntityManager entities;
  private final Preconditions preconditions;
  private final Scopes scopes;
  private final Audit audit;

  ProbeResource(EntityManager entities, Preconditions preconditions, Scopes scopes, Audit audit) {
    this.entities = entities;
    this.preconditions = preconditions;
    this.scopes = scopes;
    this.audit = audit;
  }

  @POST
  @Idempotent
  public Response create(@Valid NewProbe wanted) {
    Probe probe = new Probe();
    probe.id = UUID.randomUUID();
    probe.name = wanted.name();
    probe.amount = wanted.amount() == null ? 0 : wanted.amount();
    entities.persist(probe);
    entities.flush();
    audit.write("create", "probe", probe.id);
    return ETags.created(URI.create("/api/v1/probes/" + probe.id), probe.version, View.of(probe));
  }

  @POST
  @Path("/imports")
  @Consumes("text/csv")
  @Idempotent
  public Response load(InputStream body) throws IOException {
    return Response.accepted(Map.of("bytes", body.transferTo(OutputStream.nullOutputStream())))
        .build();
  }

  @POST
  @Path("/commands")
  @Idempotent
  public Response command(@Valid Command command) {
    return Response.ok(Map.of("on", String.valueOf(command.on()))).build();
  }

  public record Command(LocalDate on) {}

  @PUT
  @Path("/{id}")
  @IfMatch
  @Transactional
  public Response change(@PathParam("id") UUID id, @Valid NewProbe wanted) {
    Probe probe = found(id);
    preconditions.requireVersion(probe.version);
    probe.name = wanted.name();
    entities.flush();
    return ETags.ok(probe.version, View.of(probe));
  }

  /** Another transaction comes first. */
  @PUT
  @Path("/{id}/overtaken")
  @Transactional
  public void overtaken(@PathParam("id") UUID id) {
    Probe probe = found(id);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery("update probe set version = version + 1 where id = ?1")
                    .setParameter(1, id)
                    .executeUpdate());
    probe.amount++;
  }

  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    Probe probe = found(id);
    audit.read("probe", id);
    return ETags.respond(request, probe.version, View.of(probe));
  }

  @GET
  public Page<String> list(
      @BeanParam PageRequest page,
      @QueryParam("id") UUID id,
      @QueryParam("on") LocalDate on,
      @QueryParam("sector") Sector sector,
      @QueryParam("q") String q) {
    page.cursor();
    return page.page(List.of("a", "b", "c").subList(0, Math.min(3, page.fetchSize())), Cursor::of);
  }

  @GET
  @Path("/secret")
  @RolesAllowed(Roles.REGISTRAR)
  public Map<String, Boolean> secret() {
    return Map.of("told", true);
  }

  @GET
  @Path("/of/{organizationId}")
  @RolesAllowed(Roles.SECRETARY)
  public Map<String, String> of(@PathParam("organizationId") UUID organizationId) {
    scopes.requireWithin(organizationId);
    return Map.of("prefix", scopes.pathPrefix().orElse("everything"));
  }

  @GET
  @Path("/broken")
  public String broken() {
    throw new IllegalStateException("the password is hunter2");
  }

  private Probe found(UUID id) {
    Probe probe = entities.find(Probe.class, id);
    if (probe == null) {
      throw Problem.notFound();
    }
    return probe;
  }
}
