package org.jiceng.kit.codes;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The code lists of both languages; public, as the standards are. */
@Path("/api/v1/codes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "codes")
@PermitAll
public class CodesResource {
  private static final int A_DAY = 86_400;

  /** A list without its codes. */
  public record ListView(String name, String standard, String zh, String en, int size) {}

  /** All lists. */
  public record ListsView(List<ListView> items) {}

  /** A list with its codes. */
  public record CodesView(
      String name, String standard, String zh, String en, List<CodeList.Item> items) {}

  @GET
  @Operation(summary = "The code lists there are")
  public ListsView lists() {
    return new ListsView(
        CodeLists.all().stream()
            .map(l -> new ListView(l.name(), l.standard(), l.zh(), l.en(), l.items().size()))
            .toList());
  }

  @GET
  @Path("/{list}")
  @Operation(summary = "One code list in both languages")
  public Response list(String list) {
    CodesView view =
        CodeLists.find(list)
            .map(l -> new CodesView(l.name(), l.standard(), l.zh(), l.en(), l.items()))
            .orElseThrow(NotFoundException::new);
    CacheControl aDay = new CacheControl();
    aDay.setMaxAge(A_DAY);
    return Response.ok(view).cacheControl(aDay).build();
  }
}
