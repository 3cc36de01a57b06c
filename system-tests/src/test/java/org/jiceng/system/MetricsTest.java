package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An alert or a panel on a metric that no service has would stay silent for ever. */
class MetricsTest {
  /** What is no metric in an expression: selectors, ranges, aggregations, functions. */
  private static final Pattern AROUND_METRICS =
      Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\w+ +by *\\([^)]*\\)|\\w+ *(?=\\()");

  private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9_]+");

  /**
   * Of a service that talks to other districts; its own DeadPeerTest proves that they are there.
   */
  private static final String OF_EXCHANGE = "jiceng_exchange_";

  /** Of the service that has the figures. */
  private static final List<String> OF_REPORTING =
      List.of("jiceng_self_check_", "jiceng_reconciliation_", "jiceng_report_");

  /** Prometheus itself says whether a target is up. */
  private static final String OF_PROMETHEUS = "up";

  @ParameterizedTest
  @ValueSource(strings = {"registry", "member", "activity", "reporting"})
  void aServiceHasEveryMetricThatIsWatched(String service)
      throws IOException, InterruptedException {
    District district = District.running();
    // a service has no figures of requests before its first, and another test may have killed it
    district.api(service, district.token("system")).get("codes/sex");
    Set<String> watched = watched();
    if (!service.equals("reporting")) {
      watched.removeIf(metric -> OF_REPORTING.stream().anyMatch(metric::startsWith));
    }
    assertThat(exposed(service)).containsAll(watched);
  }

  private static Set<String> watched() throws IOException {
    Set<String> metrics =
        expressions()
            .map(expression -> AROUND_METRICS.matcher(expression).replaceAll(" "))
            .flatMap(rest -> METRIC.matcher(rest).results().map(MatchResult::group))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(metrics).contains(OF_PROMETHEUS, "http_server_requests_seconds_count");
    metrics.remove(OF_PROMETHEUS);
    metrics.removeIf(metric -> metric.startsWith(OF_EXCHANGE));
    return metrics;
  }

  private static Stream<String> expressions() throws IOException {
    List<String> panels =
        Api.JSON
            .readTree(ComposeFile.ROOT.resolve("deploy/grafana/dashboards/jiceng.json").toFile())
            .findValuesAsText("expr");
    List<String> alerts =
        ComposeFile.of("deploy/prometheus/alerts.yml").written().findValuesAsText("expr");
    assertThat(panels).isNotEmpty();
    assertThat(alerts).isNotEmpty();
    return Stream.concat(panels.stream(), alerts.stream());
  }

  private static Set<String> exposed(String service) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(District.running().url(service).resolve("/q/metrics")).build();
    return HttpClient.newHttpClient()
        .send(request, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }
}
