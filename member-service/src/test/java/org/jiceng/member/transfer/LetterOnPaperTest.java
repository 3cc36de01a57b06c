package org.jiceng.member.transfer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.request;
import static org.jiceng.member.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.jiceng.member.letter.Scan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The letter that is printed, and what anyone learns who scans it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LetterOnPaperTest {
  private static final String TRANSFERS = "/api/v1/transfers/";

  @Inject District district;
  @Inject BusinessClock clock;
  @Inject TransferSweep sweep;

  private UUID source;
  private UUID destination;
  private UUID member;
  private String id;

  @BeforeEach
  void anApprovedTransfer() {
    source = named("中共阳光市朝霞区委社会工作部机关支部委员会");
    destination = named("中共阳光市朝霞区望京街道南湖<社区>支部委员会");
    member = District.member(source);
    standAt("2010-03-02T04:00:00Z");
    id = request(member, destination, "2010-03-02").getString("id");
    act("approval", 0, Map.of("letterNumber", "JC/2010-" + member.toString().substring(24)));
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void aLetterIsOnePageWithItsThreePartsAndACodeThatLeadsToItsProof() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(print(officeOf(source)))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      String text = text(pdf);
      assertThat(text)
          .contains("中国共产党党员组织关系介绍信存根")
          .contains("中国共产党党员组织关系介绍信回执联")
          .contains("第JC/2010-" + member.toString().substring(24) + "号")
          .contains(District.NAME + "同志（")
          .contains("汉族")
          .contains("1950年")
          .contains("系中共正式党员")
          .contains("由中共阳光市朝霞区委社会工作部机关支部委员会去中共阳光市朝霞区望京街道南湖<社区>支部委员会")
          .contains("2010年3月2日")
          .contains("有效期至2010年6月2日")
          .contains("（盖章）")
          .doesNotContain(District.PHONE);
      PDFRenderer pages = new PDFRenderer(pdf);
      ImageIO.write(pages.renderImageWithDPI(0, 150), "png", new File("target/letter.png"));
      URI proof = URI.create(Scan.read(pages, 0));
      assertThat(proof.getPath()).startsWith("/api/v1/letters/").doesNotContain(id);
      check(proof.getPath())
          .statusCode(200)
          .header("Cache-Control", "no-store")
          .body("genuine", equalTo(true))
          .body("state", equalTo("GOOD"))
          .body("issuer", equalTo("中共阳光市朝霞区委社会工作部机关支部委员会"))
          .body("issuedOn", equalTo("2010-03-02"))
          .body("validUntil", equalTo("2010-06-02"))
          .body("size()", equalTo(5));
    }
  }

  @Test
  void whoDoesNotSeePersonsPrintsALetterWithoutOne() throws Exception {
    for (Tokens machine :
        new Tokens[] {Tokens.of(Roles.SYSTEM).org(source), Tokens.of(Roles.AUDITOR).org(source)}) {
      try (PDDocument pdf = Loader.loadPDF(print(with(machine)))) {
        assertThat(text(pdf)).contains("同志（").doesNotContain(District.NAME, "1950年", "汉族");
      }
    }
    try (PDDocument pdf = Loader.loadPDF(print(with(Tokens.of(Roles.MEMBER).member(member))))) {
      assertThat(text(pdf)).contains(District.NAME);
    }
  }

  @Test
  void aLetterOutOfTheDistrictNamesTheOrganisationElsewhereAndOneIntoItIsNotPrintedHere()
      throws Exception {
    id =
        officeOf(source)
            .body(Map.of("memberId", District.member(source), "elsewhere", "上海市外滩街道党工委"))
            .post("/api/v1/transfers/outgoing")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    act("approval", 0, Map.of("letterNumber", "JC-2010-" + id.substring(24)));
    try (PDDocument pdf = Loader.loadPDF(print(officeOf(source)))) {
      assertThat(text(pdf)).contains("去上海市外滩街道党工委，请转接组织关系");
    }
    try (PDDocument pdf = Loader.loadPDF(print(with(Tokens.of(Roles.AUDITOR).org(source))))) {
      assertThat(text(pdf)).doesNotContain("上海市外滩街道党工委", "null");
    }
    Map<String, Object> arrival = new HashMap<>(District.newMember(destination));
    arrival.keySet().removeAll(Set.of("organizationId", "affiliatedOn"));
    arrival.put("destinationId", destination);
    arrival.put("elsewhere", "上海市外滩街道党工委");
    arrival.put("letterNumber", "SH2010-17");
    arrival.put("issuedOn", "2010-03-01");
    arrival.put("validUntil", "2010-06-01");
    String in =
        officeOf(destination)
            .body(arrival)
            .post("/api/v1/transfers/incoming")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    officeOf(destination)
        .get(TRANSFERS + in + "/letter")
        .then()
        .statusCode(409)
        .body("type", endsWith("/letter-from-elsewhere"));
  }

  @Test
  void aLetterIsForItsTwoEndsOnlyAndOnlyOnceThereIsOne() {
    officeOf(district.organization()).get(TRANSFERS + id + "/letter").then().statusCode(404);
    officeOf(source).get(TRANSFERS + UUID.randomUUID() + "/letter").then().statusCode(404);
    as(Roles.REPORTER).get(TRANSFERS + id + "/letter").then().statusCode(403);
    given().get(TRANSFERS + id + "/letter").then().statusCode(401);
    String early = request(District.member(source), destination, "2010-03-02").getString("id");
    officeOf(source)
        .get(TRANSFERS + early + "/letter")
        .then()
        .statusCode(409)
        .body("type", endsWith("/transfer-in-other-state"));
    assertThat(prints(early)).isEqualTo("0");
    print(officeOf(destination));
    print(officeOf(destination));
    assertThat(prints(id)).isEqualTo("1");
  }

  @Test
  void aLetterIsWorthWhatItsTransferIs() throws Exception {
    String first = proof();
    act("return", 1, Map.of("reasonCode", "WRONG_NAME"));
    check(first).body("state", equalTo("WITHDRAWN"));
    act("reissue", 2, Map.of("letterNumber", "JC/2010-" + member.toString().substring(24)));
    check(first).body("state", equalTo("REPLACED"));
    String second = proof();
    assertThat(second).isNotEqualTo(first);
    check(second).body("state", equalTo("GOOD"));
    act("receipt", 3, Map.of());
    check(second).body("state", equalTo("RECEIVED"));
    check(first).body("state", equalTo("REPLACED"));
  }

  @Test
  void aLetterThatRanOutSaysSoAlsoWhenNoSweepRuns() throws Exception {
    String proof = proof();
    standAt("2010-06-02T15:59:00Z");
    check(proof).body("state", equalTo("GOOD"));
    standAt("2010-06-02T16:01:00Z");
    check(proof).body("state", equalTo("EXPIRED"));
    sweep.sweep();
    check(proof).body("state", equalTo("EXPIRED"));
  }

  @Test
  void aWithdrawnLetterSaysSo() throws Exception {
    String proof = proof();
    act("cancellation", 1, Map.of("reasonCode", "STAYS"));
    check(proof).body("state", equalTo("WITHDRAWN")).body("genuine", equalTo(true));
  }

  @Test
  void aCodeThatNoLetterHasIsAnsweredAlwaysTheSame() throws Exception {
    String proof = proof();
    String wrong = proof.substring(0, proof.length() - 1) + (proof.endsWith("A") ? "B" : "A");
    for (String unknown : new String[] {wrong, "/api/v1/letters/x", "/api/v1/letters/" + id}) {
      check(unknown).statusCode(404).body("type", endsWith("/not-found"));
    }
    given()
        .header("Accept", "text/html")
        .get(wrong)
        .then()
        .statusCode(404)
        .body(containsString("查无此介绍信"));
  }

  @Test
  void aPhoneThatScansTheCodeShowsAPageWithoutThePerson() throws Exception {
    given()
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .get(proof())
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString("真实有效"))
        .body(containsString("中共阳光市朝霞区委社会工作部机关支部委员会"))
        .body(not(containsString(District.NAME)))
        .body(not(containsString(member.toString())));
  }

  @Test
  void whoAsksAllTheTimeIsPutOff() throws Exception {
    String proof = proof();
    standAt("2010-03-03T04:00:01Z");
    for (int i = 0; i < 60; i++) {
      check(proof).statusCode(200);
    }
    check(proof)
        .statusCode(429)
        .header("Retry-After", equalTo("59"))
        .body("type", endsWith("/too-many-checks"));
    standAt("2010-03-03T04:01:00Z");
    check(proof).statusCode(200);
  }

  private UUID named(String name) {
    UUID organization = district.organization();
    district.execute(
        "update organization_node set name = ? where organization_id = ?", name, organization);
    return organization;
  }

  private byte[] print(RequestSpecification who) {
    return who.get(TRANSFERS + id + "/letter")
        .then()
        .statusCode(200)
        .contentType("application/pdf")
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", containsString("filename=\"JC-2010-"))
        .extract()
        .asByteArray();
  }

  private String proof() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(print(officeOf(source)))) {
      return URI.create(Scan.read(new PDFRenderer(pdf), 0)).getPath();
    }
  }

  private static String text(PDDocument pdf) throws IOException {
    return new PDFTextStripper().getText(pdf).replaceAll("[\\s　]", "");
  }

  private static ValidatableResponse check(String path) {
    return given().get(path).then();
  }

  private String prints(String transfer) {
    return district.text("select count(*) from letter_print where transfer_id = ?::uuid", transfer);
  }

  private void act(String what, int version, Object body) {
    command(as(Roles.REGISTRAR), TRANSFERS + id + "/" + what, version, body).statusCode(200);
  }

  private void standAt(String moment) {
    clock.turnTo(Clock.fixed(Instant.parse(moment), clock.zone()));
  }
}
