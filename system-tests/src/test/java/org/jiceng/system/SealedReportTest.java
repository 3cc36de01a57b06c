package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

    JsonNode verified =
        district.reporting("auditor").post("reports/" + id + "/verification", Map.of()).body();
    assertThat(verified.get("identical").asBoolean()).as(verified.toString()).isTrue();
  }
}
