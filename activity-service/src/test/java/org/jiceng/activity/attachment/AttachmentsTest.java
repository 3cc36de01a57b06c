package org.jiceng.activity.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.activity.Plans.ACTIVITIES;
import static org.jiceng.activity.Plans.officeOf;
import static org.jiceng.activity.Plans.plan;
import static org.jiceng.activity.Plans.planned;
import static org.jiceng.activity.attachment.SampleFiles.image;
import static org.jiceng.activity.attachment.SampleFiles.pdf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jiceng.activity.District;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AttachmentsTest {
  @Inject District district;
  @Inject AttachmentSweep sweep;
  @Inject AttachmentStore store;
  @Inject AttachmentsConfig config;

  private UUID branch;
  private String activity;

  @BeforeEach
  void anActivity() {
    branch = district.organization(null);
    activity = planned(plan(branch));
  }

  @Test
  void aFileIsAttachedOnceHandedOutAndTakenAway() {
    byte[] content = pdf("会议材料");
    String id =
        attach("议程 1.pdf", "application/pdf", content)
            .statusCode(201)
            .body("size", equalTo(content.length))
            .extract()
            .path("id");
    attach("again.pdf", "application/pdf", content).statusCode(201).body("id", equalTo(id));
    String place = ACTIVITIES + "/" + activity + "/attachments";
    String tag =
        officeOf(branch)
            .get(place + "/" + id)
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .header("Content-Disposition", containsString("%E8%AE%AE%E7%A8%8B%201.pdf"))
            .extract()
            .header("ETag");
    assertThat(officeOf(branch).get(place + "/" + id).asByteArray()).isEqualTo(content);
    officeOf(branch).header("If-None-Match", tag).get(place + "/" + id).then().statusCode(304);
    officeOf(district.organization(null)).get(place + "/" + id).then().statusCode(404);
    officeOf(branch)
        .body("{\"reasonCode\": \"WRONG_FILE\"}")
        .post(place + "/" + id + "/removal")
        .then()
        .statusCode(200);
    officeOf(branch).get(place + "/" + id).then().statusCode(404);
    officeOf(branch).get(place).then().body("items", hasSize(0));
    assertThat(file(id)).doesNotExist();
    assertThat(district.eventsOf(id)).isEqualTo("attachment-added.v1 attachment-removed.v1");
    attach("again.pdf", "application/pdf", content).statusCode(201);
  }

  @Test
  void whatMayNotBeAttachedIsRefusedAndNothingIsStored() {
    refused("a.pdf", "application/pdf", image("png"), 415, "attachment-of-wrong-type");
    refused("a.png", "image/png", pdf("x"), 415, "attachment-of-wrong-type");
    refused("a.pdf", "application/pdf", new byte[300], 415, "attachment-of-wrong-type");
    refused("a.html", "text/html", pdf("x"), 415, "unsupported-media-type");
    refused("a.pdf", "application/pdf", new byte[0], 400, "validation-failed");
    refused("a.pdf", "application/pdf", pdf("x".repeat(65_536)), 413, "body-too-large");
    refused("", "application/pdf", pdf("x"), 400, "validation-failed");
    refused("../a.pdf", "application/pdf", pdf("x"), 400, "validation-failed");
    refused("x".repeat(201), "application/pdf", pdf("x"), 400, "validation-failed");
    officeOf(district.organization(null))
        .contentType("application/pdf")
        .queryParam("name", "a.pdf")
        .body(pdf("x"))
        .post(ACTIVITIES + "/" + activity + "/attachments")
        .then()
        .statusCode(404);
    officeOf(branch)
        .get(ACTIVITIES + "/" + activity + "/attachments")
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void bytesThatNothingSpeaksOfAreClearedAwayAndOthersStay() throws IOException {
    String kept = attach("a.pdf", "application/pdf", pdf("kept")).extract().path("id");
    UUID orphan = UUID.randomUUID();
    UUID young = UUID.randomUUID();
    store.put(orphan, Files.write(Path.of("target", "orphan"), pdf("orphan")));
    store.put(young, Files.write(Path.of("target", "orphan"), pdf("young")));
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    Files.setLastModifiedTime(file(orphan.toString()), old);
    Files.setLastModifiedTime(file(kept), old);
    Path foreign = Files.writeString(config.directory().resolve("lost+found.txt"), "not ours");
    Files.setLastModifiedTime(foreign, old);
    sweep.sweep();
    assertThat(foreign).exists();
    assertThat(file(orphan.toString())).doesNotExist();
    assertThat(file(young.toString())).exists();
    assertThat(file(kept)).exists();
    officeOf(branch)
        .get(ACTIVITIES + "/" + activity + "/attachments")
        .then()
        .body("items.id", contains(kept));
  }

  @Test
  void whatIsOneTooManyLeavesNoBytesBehind() throws IOException {
    for (int i = 0; i < config.most(); i++) {
      attach("a.pdf", "application/pdf", pdf("one of many " + i)).statusCode(201);
    }
    long before = stored();
    refused("a.pdf", "application/pdf", pdf("one too many"), 409, "too-many-attachments");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void ofTheSameFileFromManyPlacesAtOnceOneIsKept() throws Exception {
    long before = stored();
    byte[] content = pdf("the same");
    Callable<String> attach =
        () -> attach("a.pdf", "application/pdf", content).statusCode(201).extract().path("id");
    ExecutorService places = Executors.newFixedThreadPool(8);
    try {
      Set<String> ids = new HashSet<>();
      for (var answer : places.invokeAll(Collections.nCopies(8, attach))) {
        ids.add(answer.get());
      }
      assertThat(ids).hasSize(1);
      assertThat(stored()).isEqualTo(before + 1);
    } finally {
      places.shutdown();
    }
  }

  @Test
  void whatIsSavedIsNamedAsWhatItIs() {
    String id = attach("纪要.html", "application/pdf", pdf("<script>")).extract().path("id");
    officeOf(branch)
        .accept("application/pdf")
        .get(ACTIVITIES + "/" + activity + "/attachments/" + id)
        .then()
        .statusCode(200)
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", equalTo("sandbox"))
        .header("Content-Disposition", endsWith(".html.pdf"));
    refused("a\u202Efdp.exe", "application/pdf", pdf("x"), 400, "validation-failed");
  }

  private long stored() throws IOException {
    try (Stream<Path> files = Files.walk(config.directory())) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private ValidatableResponse attach(String name, String type, byte[] content) {
    return officeOf(branch)
        .contentType(type)
        .queryParam("name", name)
        .body(content)
        .post(ACTIVITIES + "/" + activity + "/attachments")
        .then();
  }

  private void refused(String name, String type, byte[] content, int status, String problem) {
    attach(name, type, content).statusCode(status).body("type", endsWith("/" + problem));
  }

  private Path file(String id) {
    return config.directory().resolve(id.substring(id.length() - 2)).resolve(id);
  }
}
