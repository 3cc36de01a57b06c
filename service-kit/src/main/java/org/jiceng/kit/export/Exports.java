package org.jiceng.kit.export;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.audit.FoundReads;
import org.jiceng.kit.ops.Correlation;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/**
 * The door by which bulk files leave. A service's resource needs one short method:
 *
 * <pre>{@code
 * @GET
 * @Produces({Exports.NDJSON, Exports.CSV, Imports.XLSX})
 * public Response export(@QueryParam("format") String format, @BeanParam UnitFilter filter) {
 *   return exports.answer(export.of(filter), format);
 * }
 * }</pre>
 *
 * An export that fails midway ends in a broken connection, never in a file that looks whole.
 */
@ApplicationScoped
public class Exports {
  public static final String NDJSON = "application/x-ndjson";
  public static final String CSV = "text/csv;charset=UTF-8";

  private static final Logger LOG = Logger.getLogger(Exports.class);
  private static final int CUT_WITHIN_SECONDS = 5;

  private final Snapshot snapshot;
  private final Audit audit;
  private final BusinessClock clock;
  private final CurrentVertxRequest current;
  private final Semaphore places;

  @Context HttpHeaders headers;

  Exports(
      Snapshot snapshot,
      Audit audit,
      BusinessClock clock,
      CurrentVertxRequest current,
      ExportsConfig config) {
    this.snapshot = snapshot;
    this.audit = audit;
    this.clock = clock;
    this.current = current;
    this.places = new Semaphore(config.parallel());
  }

  /** Streams the rows in the format that the parameter names or the caller accepts. */
  public Response answer(Export export, String formatParameter) {
    ExportFormat format = ExportFormat.of(formatParameter, headers.getAcceptableMediaTypes());
    RoutingContext request = current.getCurrent();
    if (!places.tryAcquire()) {
      throw new Problem(CommonProblems.BUSY).header(HttpHeaders.RETRY_AFTER, "30");
    }
    AtomicBoolean left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (left.compareAndSet(false, true)) {
            places.release();
          }
        };
    request.addEndHandler(ended -> leave.run()); // a caller may be gone before anything is written
    audit.write("export", export.name(), null);
    Optional<FoundReads> looks =
        Optional.ofNullable(export.persons()).map(p -> audit.reads("export", p.recordType()));
    String fileName = "%s-%s.%s".formatted(export.name(), clock.today(), format.parameter());
    return Response.ok((StreamingOutput) out -> write(export, format, looks, out, request, leave))
        .type(format.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(fileName))
        .build();
  }

  private void write(
      Export export,
      ExportFormat format,
      Optional<FoundReads> looks,
      OutputStream out,
      RoutingContext request,
      Runnable leave)
      throws IOException {
    try {
      snapshot.write(export, format, looks, out);
    } catch (SQLException | IOException | RuntimeException | Error e) {
      LOG.warnf("the export %s of %s broke off: %s", Correlation.of(request), export.name(), e);
      breakOff(request);
      throw new IOException("the export broke off", e);
    } finally {
      leave.run();
    }
  }

  /**
   * Only a connection that is cut tells that a file is not whole. It is cut before anything else is
   * written: whoever ends the answer after us would otherwise end it well.
   */
  private static void breakOff(RoutingContext request) {
    if (request.request().version() == HttpVersion.HTTP_2) {
      request.response().reset();
      return;
    }
    try {
      request
          .request()
          .connection()
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(CUT_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warnf("the connection of %s could not be cut: %s", Correlation.of(request), e);
    }
  }
}
