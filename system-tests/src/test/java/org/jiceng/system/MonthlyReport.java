package org.jiceng.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.UUID;
import org.jiceng.client.reporting.ApiClient;
import org.jiceng.client.reporting.ApiException;
import org.jiceng.client.reporting.ReportsApi;
import org.jiceng.client.reporting.ReportsApi.APIReportSealRequest;
import org.jiceng.client.reporting.model.NewReport;
import org.jiceng.client.reporting.model.ReportView;

/** The recipe of docs/guides/jobs.md: a month's sealed report, made if it is not there yet. */
final class MonthlyReport {
  private static final int ATTEMPTS = 5;

  private final ApiClient client;
  private final ReportsApi reports;

  MonthlyReport(ApiClient client) {
    this.client = client;
    this.reports = new ReportsApi(client);
  }

  /** A report and the bytes that were sealed. */
  record Fetched(ReportView report, byte[] content) {}

  Fetched fetch(String template, YearMonth month) throws Exception {
    APIReportSealRequest wanted =
        APIReportSealRequest.newBuilder()
            .idempotencyKey(UUID.randomUUID().toString())
            .newReport(new NewReport().template(template).period(month.toString()))
            .build();
    ReportView report = insist(() -> reports.reportSeal(wanted));
    byte[] content = insist(() -> bytes(report.getLinks().getJson()));
    if (!sha256(content).equals(report.getDigest())) {
      throw new IOException("report " + report.getId() + " is not what was sealed");
    }
    return new Fetched(report, content);
  }

  /** The very bytes; what the generated client reads it writes again only by its own lights. */
  private byte[] bytes(String path) throws IOException, InterruptedException, ApiException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(client.getBaseUri() + path));
    client.getRequestInterceptor().accept(request);
    HttpResponse<byte[]> answer =
        client.getHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new ApiException(answer.statusCode(), path, answer.headers(), null);
    }
    return answer.body();
  }

  private interface Call<T> {
    T run() throws IOException, InterruptedException, ApiException;
  }

  /** The same call again while the service is busy or does not answer. */
  private static <T> T insist(Call<T> call) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.run();
      } catch (IOException e) {
        pause(attempt, e, attempt * 2L);
      } catch (ApiException e) {
        pause(e.getCode() == 503 || e.getCode() == 0 ? attempt : ATTEMPTS, e, after(e, attempt));
      }
    }
  }

  private static long after(ApiException refused, int attempt) {
    return refused.getResponseHeaders() == null
        ? attempt * 2L
        : refused.getResponseHeaders().firstValueAsLong("Retry-After").orElse(attempt * 2L);
  }

  private static void pause(int attempt, Exception failure, long seconds) throws Exception {
    if (attempt == ATTEMPTS) {
      throw failure;
    }
    Thread.sleep(Duration.ofSeconds(seconds).toMillis());
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
