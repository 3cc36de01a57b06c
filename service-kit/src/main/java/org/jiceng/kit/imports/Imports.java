package org.jiceng.kit.imports;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiceng.kit.problem.Problem;

/**
 * The door for bulk files. A service's resource needs one short method (without
 * {@code @Idempotent}: the key is minded here, by the digest of the file):
 *
 * <pre>{@code
 * @POST
 * @Path("/imports")
 * @Consumes({Imports.CSV, Imports.XLSX})
 * @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
 * public Response importFile(
 *     @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
 *     @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
 *     InputStream file) {
 *   return imports.accept("members", dryRun, contentType, file);
 * }
 * }</pre>
 */
@ApplicationScoped
public class Imports {
  /** UTF-8 unless the content type names GB18030, with a header line. */
  public static final String CSV = "text/csv";

  /** The first sheet counts, with a header line. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String KEY = "Idempotency-Key";
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final int MAX_KEY = 255;

  private final List<ImportKind> kinds;
  private final ImportDesk desk;
  private final ImportJobs jobs;
  private final ImportBell bell;
  private final ImportsConfig config;

  @Context HttpHeaders headers;

  Imports(
      @All List<ImportKind> kinds,
      ImportDesk desk,
      ImportJobs jobs,
      ImportBell bell,
      ImportsConfig config) {
    this.kinds = kinds;
    this.desk = desk;
    this.jobs = jobs;
    this.bell = bell;
    this.config = config;
  }

  /** Receives a file and answers 202 with its job; the work begins at once, elsewhere. */
  public Response accept(String kind, boolean dryRun, String contentType, InputStream file) {
    return accept(kind, dryRun, contentType, file, Map.of());
  }

  /** The same for a kind of file that needs to be told more, by names and values. */
  public Response accept(
      String kind,
      boolean dryRun,
      String contentType,
      InputStream file,
      Map<String, String> parameters) {
    ImportKind known = kind(kind);
    FileFormat format = FileFormat.of(contentType);
    ImportDesk.Request request =
        new ImportDesk.Request(
            known.name(),
            dryRun,
            format,
            format.charset(contentType),
            key(),
            new Parameters(parameters));
    try (Upload upload = Upload.receive(file, config.maxSize().asLongValue())) {
      upload.requireBeginningOf(format);
      ImportDesk.Receipt receipt = desk.file(request, upload);
      bell.ring();
      return answer(receipt);
    } catch (SQLException e) {
      throw new IllegalStateException("the file could not be filed", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the file could not be filed", e);
    }
  }

  Optional<ImportKind> find(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  ImportKind kind(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("no ImportKind is named " + name));
  }

  private Response answer(ImportDesk.Receipt receipt) {
    Response.ResponseBuilder answer =
        Response.accepted(jobs.find(receipt.jobId()).orElseThrow())
            .location(URI.create("/api/v1/imports/" + receipt.jobId()));
    return (receipt.replayed() ? answer.header(REPLAYED, true) : answer).build();
  }

  private String key() {
    String key = headers.getHeaderString(KEY);
    if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
      throw Problem.malformed(KEY, "idempotency-key");
    }
    return key;
  }
}
