package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jiceng.client.reporting.ApiClient;
import org.junit.jupiter.api.Test;

/** The recipes of docs/guides/jobs.md, against the running district. */
class JobsTest {
  private static final String TEMPLATE = "mobile-members";

  private final District district = District.running();
  private final YearMonth lastMonth = YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1);

  @Test
  void everyRecipeFetchesTheSameSealedReport() throws Exception {
    MonthlyReport.Fetched fetched = new MonthlyReport(client()).fetch(TEMPLATE, lastMonth);
    assertThat(fetched.report().getPeriod()).isEqualTo(lastMonth.toString());

    assumeTrue(Stream.of("sh", "curl", "jq").allMatch(TypeScript::isOnPath), "needs curl and jq");
    MonthlyReportScript script = new MonthlyReportScript();
    District.Output printed = script.run(settings(), TEMPLATE);
    assertThat(printed.exit()).as(printed.text()).isZero();
    assertThat(printed.text()).contains(fetched.report().getDigest());
    String file = TEMPLATE + "-" + lastMonth;
    assertThat(script.folder.resolve(file + ".json")).hasBinaryContent(fetched.content());
    assertThat(Files.readAllBytes(script.folder.resolve(file + ".xlsx"))).startsWith('P', 'K');

    assumeTrue(TypeScript.isInstalled(), "needs node and npm");
    TypeScript.compile();
    District.Output typescript =
        TypeScript.run(
            "monthly-report",
            Map.of(
                "REPORTING_URL", district.url("reporting").toString(),
                "TOKEN", district.token("system")),
            TEMPLATE,
            lastMonth.toString());
    assertThat(typescript.exit()).as(typescript.text()).isZero();
    assertThat(typescript.text()).contains(fetched.report().getDigest());
  }

  @Test
  void theScriptSaysByItsExitCodeWhatToDo() throws Exception {
    assumeTrue(Stream.of("sh", "curl", "jq").allMatch(TypeScript::isOnPath), "needs curl and jq");
    MonthlyReportScript script = new MonthlyReportScript();

    District.Output unknown = script.run(settings(), "no-such-template");
    assertThat(unknown.exit()).as(unknown.text()).isEqualTo(77);
    assertThat(unknown.text()).contains("violations");
    assertThat(script.run(settings(), TEMPLATE, "2999-01").exit()).isEqualTo(77);
    assertThat(script.run(with("CLIENT_ID", "nobody"), TEMPLATE).exit()).isEqualTo(77);
    assertThat(script.run(with("REPORTING_URL", ""), TEMPLATE).exit()).isEqualTo(64);
    assertThat(script.run(settings()).exit()).isEqualTo(64);
    Map<String, String> deaf = with("REPORTING_URL", "http://127.0.0.1:1");
    deaf.put("ATTEMPTS", "1");
    assertThat(script.run(deaf, TEMPLATE).exit()).isEqualTo(69);
    assertThat(script.folder).isDirectoryNotContaining("glob:**.{json,xlsx}");
  }

  private Map<String, String> settings() {
    return Map.of(
        "TOKEN_URL",
        district.tokenUrl(),
        "CLIENT_ID",
        "jiceng-machine",
        "CLIENT_SECRET",
        "un\"checked\\",
        "REPORTING_URL",
        district.url("reporting").toString());
  }

  private Map<String, String> with(String setting, String value) {
    Map<String, String> settings = new HashMap<>(settings());
    settings.put(setting, value);
    return settings;
  }

  private ApiClient client() {
    ApiClient client = new ApiClient();
    client.updateBaseUri(district.url("reporting").toString());
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + district.token("system")));
    return client;
  }
}
