package org.jiceng.activity.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.codeOf;
import static org.jiceng.activity.District.newCode;
import static org.jiceng.activity.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ActivityImportsTest {
  private static final String SITES =
      "code,name,kind,origin,areaCode,organizationCode,floorArea,openedOn,capacity\n";

  @Inject District district;

  @Test
  void aFileOfSitesOpensEachWithOneSpace() {
    UUID keeper = district.organization(null);
    String code = newCode();
    JsonPath job =
        done(
            post(
                as(Roles.SYSTEM),
                "sites",
                SITES
                    + code
                    + ",党员服务中心,SERVICE_CENTRE,PUBLIC,110105001000,"
                    + codeOf(keeper)
                    + ",820,2009-05-01,200\n"));
    assertThat(job.getString("state")).isEqualTo("COMPLETED");
    assertThat(job.getInt("accepted")).isEqualTo(1);
    JsonPath site =
        as(Roles.MEMBER).get("/api/v1/sites?code=" + code).jsonPath().setRootPath("items[0]");
    assertThat(site.getString("organizationId")).isEqualTo(keeper.toString());
    assertThat(site.getString("openedOn")).isEqualTo("2009-05-01");
    assertThat(site.getInt("spaces[0].capacity")).isEqualTo(200);
    assertThat(district.eventsOf(site.getString("id"))).isEqualTo("site-opened.v1 space-added.v1");
  }

  @Test
  void aBadRowKeepsTheWholeFileOut() {
    String keeper = codeOf(district.organization(null));
    String code = newCode();
    Response accepted =
        post(
            as(Roles.SYSTEM),
            "sites",
            SITES
                + code
                + ",一,LECTURE_HALL,COMMUNITY,110105001001,"
                + keeper
                + ",80,2009-05-01,40\n"
                + code
                + ",二,LECTURE_HALL,COMMUNITY,110105001001,"
                + keeper
                + ",80,2009-05-01,40\n"
                + newCode()
                + ",三,CASTLE,COMMUNITY,11,nobody,-1,2999-01-01,0\n");
    assertThat(done(accepted).getString("state")).isEqualTo("REJECTED");
    assertThat(errors(accepted).lines())
        .anyMatch(line -> line.startsWith("3,code,twice-in-file,"))
        .anyMatch(line -> line.startsWith("4,kind,not-one-of,"))
        .anyMatch(line -> line.startsWith("4,areaCode,area-code-form,"))
        .anyMatch(line -> line.startsWith("4,organizationCode,organization-unknown,"))
        .anyMatch(line -> line.startsWith("4,floorArea,positive,"))
        .anyMatch(line -> line.startsWith("4,capacity,positive,"))
        .anyMatch(line -> line.startsWith("4,openedOn,in-the-future,"));
    assertThat(district.text("select count(*) from site where code = ?", code)).isEqualTo("0");
  }

  @Test
  void sitesComeByFileIntoTheSendersTerritoryOnly() {
    String area = District.newCommunity();
    UUID mine = district.organizationIn(area);
    Tokens sender = Tokens.of(Roles.REGISTRAR).org(mine);
    String row = ",活动室,ACTIVITY_ROOM,COMMUNITY,%s," + codeOf(mine) + ",60,2009-05-01,20\n";
    Response good = post(with(sender), "sites", SITES + newCode() + row.formatted(area));
    assertThat(done(good, sender).getString("state")).isEqualTo("COMPLETED");
    String code = newCode();
    Response foreign =
        post(with(sender), "sites", SITES + code + row.formatted(District.newCommunity()));
    assertThat(done(foreign, sender).getString("state")).isEqualTo("REJECTED");
    assertThat(errors(foreign).lines()).anyMatch(line -> line.startsWith("2,areaCode,no-area,"));
    assertThat(district.text("select count(*) from site where code = ?", code)).isEqualTo("0");
  }

  @Test
  void whoIsNotAtWorkOpensNoSiteAndIsNotHonouredByFile() {
    String honours = "code,name,organizationCode,%s\n%s,先锋,%s,2008-01-01\n";
    for (String state : List.of("SUSPENDED", "DISSOLVED")) {
      String keeper = codeOf(district.organization(null, state));
      String code = newCode();
      Map<String, String> files =
          Map.of(
              "sites",
              SITES
                  + code
                  + ",活动室,ACTIVITY_ROOM,COMMUNITY,110105001001,"
                  + keeper
                  + ",60,2009-05-01,20\n",
              "brands",
              honours.formatted("awardedOn", code, keeper),
              "demonstration-points",
              honours.formatted("designatedOn", code, keeper));
      files.forEach(
          (things, file) -> {
            Response refused = post(as(Roles.SYSTEM), things, file);
            assertThat(done(refused).getString("state")).as(things).isEqualTo("REJECTED");
            assertThat(errors(refused))
                .contains("2,organizationCode,organization-" + state.toLowerCase(Locale.ROOT));
            assertThat(
                    as(Roles.MEMBER)
                        .get("/api/v1/" + things + "?code=" + code)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
          });
    }
  }

  @Test
  void aDryRunKeepsNothing() {
    String code = newCode();
    String file =
        "code,name,organizationCode,awardedOn\n"
            + code
            + ",先锋,"
            + codeOf(district.organization(null))
            + ",2008-01-01\n";
    assertThat(done(post(as(Roles.REGISTRAR), "brands", "?dryRun=true", file)).getString("state"))
        .isEqualTo("COMPLETED");
    assertThat(district.text("select count(*) from brand where code = ?", code)).isEqualTo("0");
    assertThat(done(post(as(Roles.REGISTRAR), "brands", file)).getString("state"))
        .isEqualTo("COMPLETED");
    assertThat(district.text("select count(*) from brand where code = ?", code)).isEqualTo("1");
    Response again = post(as(Roles.REGISTRAR), "brands", file + "\n");
    assertThat(done(again).getString("state")).isEqualTo("REJECTED");
    assertThat(errors(again)).contains("already-there");
  }

  @Test
  void demonstrationPointsComeByFileAndStayInTheSendersScope() {
    UUID mine = district.organization(null);
    UUID other = district.organization(null);
    String header = "code,name,organizationCode,designatedOn\n";
    RequestSpecification registrar = with(Tokens.of(Roles.REGISTRAR).org(mine));
    Response good =
        post(
            registrar,
            "demonstration-points",
            header + newCode() + ",示范点," + codeOf(mine) + ",2009-01-01\n");
    assertThat(done(good).getString("state")).isEqualTo("COMPLETED");
    Response foreign =
        post(
            with(Tokens.of(Roles.REGISTRAR).org(mine)),
            "demonstration-points",
            header + newCode() + ",示范点," + codeOf(other) + ",2009-01-01\n");
    assertThat(done(foreign, Tokens.of(Roles.REGISTRAR).org(mine)).getString("state"))
        .isEqualTo("REJECTED");
  }

  @Test
  void whoMayNotSendFilesIsRefused() {
    assertThat(post(as(Roles.SECRETARY), "sites", SITES).statusCode()).isEqualTo(403);
    assertThat(post(as(Roles.SITE_MANAGER), "brands", SITES).statusCode()).isEqualTo(403);
    assertThat(as(Roles.SYSTEM).body("{}").post("/api/v1/sites/imports").statusCode())
        .isEqualTo(415);
  }

  private static Response post(RequestSpecification caller, String things, String file) {
    return post(caller, things, "", file);
  }

  private static Response post(
      RequestSpecification caller, String things, String query, String file) {
    return caller
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/" + things + "/imports" + query);
  }

  private static JsonPath done(Response accepted) {
    return done(accepted, Tokens.of(Roles.SYSTEM).wholeDistrict());
  }

  private static JsonPath done(Response accepted, Tokens reader) {
    assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
    String job = accepted.header("Location").replaceFirst("^https?://[^/]+", "");
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> RestAssured.given().auth().oauth2(reader.sign()).get(job).jsonPath(),
            answer -> answer.getString("finishedAt") != null);
  }

  private static String errors(Response accepted) {
    String job = accepted.header("Location").replaceFirst("^https?://[^/]+", "");
    return as(Roles.SYSTEM).get(job + "/errors").asString();
  }
}
