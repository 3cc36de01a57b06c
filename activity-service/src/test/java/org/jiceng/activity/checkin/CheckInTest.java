package org.jiceng.activity.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.jiceng.activity.Plans.ACTIVITIES;
import static org.jiceng.activity.Plans.officeOf;
import static org.jiceng.activity.Plans.phoneOf;
import static org.jiceng.activity.Plans.plan;
import static org.jiceng.activity.Plans.planned;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jiceng.activity.District;
import org.jiceng.activity.OthersLog;
import org.jiceng.activity.Plans;
import org.jiceng.events.MemberEvent.PersonErased;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has seen the code was there; nobody else was, and nobody twice. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CheckInTest {
  @Inject District district;
  @Inject Plans plans;
  @Inject OthersLog members;
  @Inject CheckInCodes codes;

  private UUID branch;
  private String activity;
  private Phone phone;

  @BeforeEach
  void anActivityThatGoesOn() {
    branch = district.organization(null);
    activity = plans.begun(plan(branch));
    phone = Phone.of(plans.member(branch));
  }

  @Test
  void whoHasSeenTheCodeIsOnTheListOnce() {
    String proof = phone.proof(shown(), Instant.now());
    Phone.handIn(phone.member(), proof, proof)
        .statusCode(200)
        .body("items.outcome", contains("RECORDED", "ALREADY"))
        .body("items[0].attendanceId", notNullValue());
    Phone.handIn(phone.member(), phone.proof(shown(), Instant.now()))
        .body("items.outcome", contains("ALREADY"));
    officeOf(branch)
        .get("/api/v1/attendances?activityId=" + activity)
        .then()
        .body("items.memberId", contains(phone.member().toString()))
        .body("items.cameBy", contains("CODE"));
    officeOf(branch)
        .get(ACTIVITIES + "/" + activity)
        .then()
        .body("state", equalTo("HELD"))
        .body("attendances", equalTo(1));
  }

  @Test
  void whomTheOrganiserHasTakenOffDoesNotComeBackByTheSameCode() {
    String proof = phone.proof(shown(), Instant.now());
    String attendance = Phone.handIn(phone.member(), proof).extract().path("items[0].attendanceId");
    officeOf(branch)
        .body("{}")
        .post(ACTIVITIES + "/" + activity + "/attendances/" + attendance + "/revocation")
        .then()
        .statusCode(200);
    Phone.handIn(phone.member(), proof).body("items.outcome", contains("ALREADY"));
    officeOf(branch)
        .get("/api/v1/attendances?activityId=" + activity)
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void aMobileMemberChecksInAtTheHost() {
    UUID home = district.organization(null);
    Phone away = Phone.of(plans.hosted(home, branch));
    Phone.handIn(away.member(), away.proof(shown(), Instant.now()))
        .body("items.outcome", contains("RECORDED"));
    officeOf(home)
        .get("/api/v1/attendances")
        .then()
        .body("items.organizationId", contains(branch.toString()))
        .body("items.hosted", contains(true));
  }

  @Test
  void whatWasSeenOfflineCountsWithinADay() {
    Instant seen = Instant.now().minus(Duration.ofHours(3));
    plans.moveTo(activity, seen.minusSeconds(60));
    registeredBefore(seen);
    Phone.handIn(phone.member(), phone.proof(code(seen), seen.plusSeconds(10)))
        .body("items.outcome", contains("RECORDED"));
    officeOf(branch)
        .get("/api/v1/attendances?activityId=" + activity)
        .then()
        .body("items.cameBy", contains("LATE"));
  }

  @Test
  void aCodeOfYesterdayIsRefused() {
    Instant yesterday = Instant.now().minus(Duration.ofHours(25));
    plans.moveTo(activity, yesterday.minusSeconds(60));
    registeredBefore(yesterday);
    refused("check-in-code-expired", phone.proof(code(yesterday), yesterday));
  }

  @Test
  void whatIsForgedBorrowedOrOutOfPlaceChangesNothing() {
    String code = shown();
    Instant now = Instant.now();
    refused("check-in-unreadable", "eyJ.x.y");
    refused("check-in-unreadable", code);
    refused("check-in-proof-forged", phone.forged().proof(code, now));
    refused("check-in-not-yours", phone.saying(UUID.randomUUID()).proof(code, now));
    Phone other = Phone.of(plans.member(branch));
    refused("check-in-key-unknown", other.saying(phone.member()).proof(code, now));
    refused("check-in-key-unknown", other.proof(code, now));
    refused("check-in-code-forged", phone.proof(code.substring(1), now));
    refused("check-in-code-forged", phone.proof("x", now));
    refused("check-in-not-then", phone.proof(code, now.minusSeconds(600)));
    refused("check-in-not-then", phone.proof(code, now.plusSeconds(600)));
    Instant before = now.minus(Duration.ofHours(2));
    refused("check-in-key-not-then", phone.proof(code(before), before));
    registeredBefore(before);
    refused("check-in-not-during", phone.proof(code(before), before));
    Phone stranger = Phone.of(plans.member(district.organization(null)));
    Phone.handIn(stranger.member(), stranger.proof(code, now))
        .body("items.problem.type", contains(endsWith("/check-in-not-entitled")));
    String reported =
        officeOf(branch)
            .body(Map.of("organizationId", branch, "kind", "LECTURE", "heldOn", "2010-07-01"))
            .post(ACTIVITIES)
            .path("id");
    refused(
        "check-in-not-during",
        phone.proof(codes.sign(new CheckInCode(UUID.fromString(reported), turn(now))), now));
    officeOf(branch)
        .get("/api/v1/attendances?activityId=" + activity)
        .then()
        .body("items", hasSize(0));
    officeOf(branch).get(ACTIVITIES + "/" + activity).then().body("state", equalTo("PLANNED"));
  }

  @Test
  void nobodyChecksInToWhatWasCancelled() {
    String code = shown();
    Plans.command(branch, activity, 0, "cancellation", "{}").statusCode(200);
    refused("check-in-cancelled", phone.proof(code, Instant.now()));
    officeOf(branch)
        .get(ACTIVITIES + "/" + activity + "/check-in-code")
        .then()
        .statusCode(409)
        .body("type", endsWith("/check-in-not-open"));
  }

  @Test
  void aRevokedKeySignsNoMoreAndNeverComesBack() {
    String code = shown();
    phoneOf(phone.member())
        .post("/api/v1/me/device-keys/" + phone.keyId() + "/revocation")
        .then()
        .statusCode(200)
        .body("revokedAt", notNullValue());
    refused("check-in-key-not-then", phone.proof(code, Instant.now().plusSeconds(1)));
    UUID other = plans.member(branch);
    phoneOf(other)
        .post("/api/v1/me/device-keys/" + phone.keyId() + "/revocation")
        .then()
        .statusCode(404);
    assertThat(district.eventsOf(phone.keyId()))
        .isEqualTo("device-key-registered.v1 device-key-revoked.v1");
  }

  @Test
  void aKeyThatWasRegisteredOnceTheCodeWasGoneSignsItNot() {
    Instant gone = Instant.now().minusSeconds(60);
    refused("check-in-key-not-then", phone.proof(code(gone), Instant.now()));
  }

  @Test
  void aKeyThatWasRevokedBeforeTheCodeWasShownSignsItNot() {
    Instant now = Instant.now();
    registeredBefore(now);
    district.execute(
        "update device_key set revoked_at = ?::timestamptz where device_key_id = ?::uuid",
        turn(now).minusSeconds(20).toString(),
        phone.keyId());
    refused("check-in-key-not-then", phone.proof(code(now), turn(now).minusSeconds(60)));
  }

  @Test
  void ofWhoIsErasedNoPhoneIsKnownAnyMore() {
    String proof = phone.proof(shown(), Instant.now());
    Phone.handIn(phone.member(), proof).body("items.outcome", contains("RECORDED"));
    members.tell("2010-07-01", new PersonErased(phone.member()));
    await()
        .until(
            () ->
                district.text(
                    """
                    select 1 from device_key
                     where member_id = ? and jwk is null and thumbprint is null
                       and revoked_at is not null""",
                    phone.member()),
            "1"::equals);
    phoneOf(phone.member())
        .get("/api/v1/me/device-keys")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].thumbprint", nullValue());
    refused("check-in-key-unknown", proof);
    officeOf(branch).get(ACTIVITIES + "/" + activity).then().body("attendances", equalTo(1));
  }

  @Test
  void aKeyIsPublicOnTheCurveOnePersonsAndNotOneOfMany() {
    UUID member = plans.member(branch);
    Map<String, Object> form = Phone.form(Phone.newKey());
    Phone.register(member, form).statusCode(201);
    Phone.register(member, form).statusCode(201);
    Phone.register(plans.member(branch), form).statusCode(409);
    Map<String, Object> bad = new HashMap<>(form);
    bad.put("y", form.get("x"));
    Phone.register(member, bad)
        .statusCode(422)
        .body("violations.code", contains("not-on-the-curve"));
    bad.put("y", "short");
    Phone.register(member, bad).statusCode(400);
    bad.put("y", form.get("y"));
    bad.put("d", form.get("x"));
    Phone.register(member, bad).statusCode(400);
    for (int i = 1; i < 5; i++) {
      Phone.of(member);
    }
    Phone.register(member, Phone.form(Phone.newKey())).statusCode(409);
    phoneOf(member).get("/api/v1/me/device-keys").then().body("items", hasSize(5));
  }

  @Test
  void theSameCheckInFromManyPlacesAtOnceIsOneAttendance() throws Exception {
    String proof = phone.proof(shown(), Instant.now());
    Callable<String> send =
        () -> Phone.handIn(phone.member(), proof).extract().path("items[0].outcome");
    ExecutorService networks = Executors.newFixedThreadPool(8);
    try {
      List<String> outcomes = new ArrayList<>();
      for (var answer : networks.invokeAll(Stream.generate(() -> send).limit(8).toList())) {
        outcomes.add(answer.get());
      }
      assertThat(outcomes).filteredOn("RECORDED"::equals).hasSize(1);
      assertThat(outcomes).filteredOn("ALREADY"::equals).hasSize(7);
    } finally {
      networks.shutdown();
    }
  }

  @Test
  void theCodeIsShownAsTextAndAsAPictureWhileTheActivityGoesOn() throws Exception {
    String code = shown();
    byte[] png =
        officeOf(branch)
            .accept("image/png")
            .get(ACTIVITIES + "/" + activity + "/check-in-code")
            .then()
            .statusCode(200)
            .contentType("image/png")
            .header("Cache-Control", "no-store")
            .extract()
            .asByteArray();
    assertThat(codes.read(scanned(png)))
        .map(CheckInCode::activityId)
        .contains(UUID.fromString(activity));
    assertThat(codes.read(code)).isPresent();
    officeOf(branch)
        .accept("image/svg+xml")
        .get(ACTIVITIES + "/" + activity + "/check-in-code")
        .then()
        .statusCode(200)
        .body(startsWith("<svg "));
    officeOf(district.organization(null))
        .get(ACTIVITIES + "/" + activity + "/check-in-code")
        .then()
        .statusCode(404);
    officeOf(branch)
        .get(ACTIVITIES + "/" + planned(plan(branch)) + "/check-in-code")
        .then()
        .statusCode(409);
    phoneOf(phone.member())
        .get(ACTIVITIES + "/" + activity + "/check-in-code")
        .then()
        .statusCode(403);
  }

  private String shown() {
    return officeOf(branch)
        .get(ACTIVITIES + "/" + activity + "/check-in-code")
        .then()
        .statusCode(200)
        .body("code", not(equalTo("")))
        .extract()
        .path("code");
  }

  private String code(Instant at) {
    return codes.sign(new CheckInCode(UUID.fromString(activity), turn(at)));
  }

  private static Instant turn(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond() / 30 * 30);
  }

  private void registeredBefore(Instant moment) {
    district.execute(
        "update device_key set registered_at = ?::timestamptz - interval '1 hour' where device_key_id = ?::uuid",
        moment.toString(),
        phone.keyId());
  }

  private void refused(String type, String proof) {
    Phone.handIn(phone.member(), proof)
        .statusCode(200)
        .body("items.outcome", contains("REFUSED"))
        .body("items.problem.type", contains(endsWith("/" + type)));
  }

  private static String scanned(byte[] png) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
