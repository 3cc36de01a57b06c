package org.jiceng.member.transfer;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.letter.Checks;

/** Tells anyone who holds a letter whether it is genuine, and nobody anything about its bearer. */
@Path("/api/v1/letters")
@Tag(name = "letters")
@PermitAll
public class LetterResource {
  private static final String NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'";

  private final LetterDesk desk;
  private final Checks checks;

  LetterResource(LetterDesk desk, Checks checks) {
    this.desk = desk;
    this.checks = checks;
  }

  @GET
  @Path("/{code}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Whether a letter is genuine and still good, by the code on it; open to anyone",
      description = "404 for a code that no letter has.")
  public Response check(@PathParam("code") String code, @Context HttpServerRequest request) {
    LetterCheck check = counted(code, request);
    if (!check.genuine()) {
      throw Problem.notFound();
    }
    return answer(check).entity(check).build();
  }

  @GET
  @Path("/{code}")
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  @Operation(hidden = true)
  public Response page(@PathParam("code") String code, @Context HttpServerRequest request) {
    LetterCheck check = counted(code, request);
    return answer(check)
        .entity(LetterPage.of(check))
        .header("Content-Security-Policy", NOTHING_ELSE)
        .build();
  }

  private LetterCheck counted(String code, HttpServerRequest request) {
    checks.count(request.remoteAddress().hostAddress());
    return desk.check(code);
  }

  private static Response.ResponseBuilder answer(LetterCheck check) {
    return Response.status(check.genuine() ? 200 : 404)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }
}
