package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample district's year, sealed, and derived again from the logs it was loaded by. */
class SealedReportTest {
  private final District district = District.running();

  @Test
  void theYearOfTheSampleDistrictIsDerivedAgainToTheByte() throws Exception {
    Api reporter = district.reporting("reporter");
    Api.Answer sealed =
        reporter.post("reports", Map.of("template", "annual-bulletin", "period", "2009"));
    assertThat(sealed.status()).as(sealed.body().toString()).isIn(200, 201);
    String id = sealed.text("id");

    JsonNode content = reporter.get("reports/" + id + "/content").body();
    assertThat(content.at("/sections/0/rows/0/cells/0/value").asLong()).isPositive();

    Api auditor = district.reporting("auditor");
    verify(auditor, id);
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              JsonNode verified = auditor.get("reports/" + id + "/verifications").body();
              assertThat(verified.at("/items/0/identical").asBoolean())
                  .as(verified.toString())
                  .isTrue();
            });
  }

  /** The logs are long: what takes longer than one waits for an answer is asked for afterwards. */
  private static void verify(Api auditor, String id) throws Exception {
    try {
      auditor.post("reports/" + id + "/verification", Map.of());
    } catch (HttpTimeoutException stillAtIt) {
      // asked for afterwards
    }
  }
}
