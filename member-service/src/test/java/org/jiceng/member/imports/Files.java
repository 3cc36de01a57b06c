package org.jiceng.member.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jiceng.member.District.as;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jiceng.kit.security.Roles;

/** Files sent to the service, and what became of them. */
public final class Files {
  public static final String ROSTER =
      "idNumber,name,ethnicity,education,phone,organizationCode,status,joinedOn,affiliatedOn,"
          + "admittedByCode\n";
  public static final String HOSTED = "idNumber,name,phone,hostCode,homeDescription,hostedOn\n";

  private Files() {}

  public static Response send(RequestSpecification caller, String things, String file) {
    return caller
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/" + things);
  }

  /** The job when it is done. */
  public static JsonPath done(Response accepted) {
    assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
    return await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> as(Roles.SYSTEM).get(job(accepted)).jsonPath(),
            answer -> answer.getString("finishedAt") != null);
  }

  /** Its errors in English: row, column, code, message. */
  public static String errors(Response accepted) {
    done(accepted);
    return as(Roles.SYSTEM)
        .header("Accept-Language", "en")
        .get(job(accepted) + "/errors")
        .asString();
  }

  private static String job(Response accepted) {
    return accepted.header("Location").replaceFirst("^https?://[^/]+", "");
  }
}
