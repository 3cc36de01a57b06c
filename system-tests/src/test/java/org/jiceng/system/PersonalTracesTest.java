package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.codes.IdNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * People come, move, are away, are refused and forgotten; and neither a log, an event, a trace, a
 * metric nor a refusal says who they were.
 */
class PersonalTracesTest {
  private static final SmallDistrict DISTRICT = new SmallDistrict("traces", 2300);
  private static final String SOON = "2009-03-01";
  private static final String WORD = "亓官";
  private static SpanCollector spans;

  private final PersonalSearch search = new PersonalSearch();
  private final List<String> refusals = new ArrayList<>();
  private Api office;
  private String there;
  private int people;

  @BeforeAll
  static void aDistrictThatIsTraced() throws Exception {
    spans = new SpanCollector();
    DISTRICT.start(
        Map.of(
            "quarkus.otel.sdk.disabled",
            "false",
            "quarkus.otel.exporter.otlp.endpoint",
            spans.url(),
            "quarkus.otel.exporter.otlp.protocol",
            "http/protobuf",
            "quarkus.otel.bsp.schedule.delay",
            "500ms"));
  }

  @AfterAll
  static void down() {
    DISTRICT.close();
    spans.close();
  }

  @Test
  void nothingThatIsLoggedToldMeasuredTracedOrRefusedSaysWhoSomebodyWas() throws Exception {
    office = DISTRICT.member(DISTRICT.token("district-admin"));
    there = DISTRICT.anotherBranch("OTHER");
    Person one = person();
    Person two = person();
    String member = admitted(one);
    refuse(one);
    importOf(two, person());
    moves(member, one);
    isAwayAndHosted(member, one, two);
    leavesAsFiles();
    seesOneself(member);
    isForgotten(member, one);

    assertThat(refusals).hasSizeGreaterThan(8);
    refusals.forEach(refusal -> search.text("a refusal", refusal));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> new String(spans.taken(), StandardCharsets.UTF_8).contains("/api/v1/members"));
    search.bytes("a trace", spans.taken());
    search.folder(DISTRICT.logs());
    assertThat(new Topics(DISTRICT.kafkaPort()).each(search::bytes)).isGreaterThan(10);
    for (Map.Entry<String, URI> service : DISTRICT.services().entrySet()) {
      search.text("metrics of " + service.getKey(), metrics(service.getValue()));
    }
    assertThat(search.looked()).isGreaterThan(10_000);
    assertThat(search.found()).isEmpty();
  }

  @Test
  void whatIdentifiesSomebodyWouldBeFound() {
    Person person = person();
    search.text("a line", "no. " + person.idNumber() + " of " + person.name());
    search.text("a line", "call " + person.phone());
    search.text("a line", "990105198001010018 20260101000000000 13911114321.5 1391111432100");
    assertThat(search.found()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(search.found()).noneMatch(found -> found.contains("990105198001010018"));
  }

  /** Someone whom no other test knows. */
  private record Person(String idNumber, String name, String phone) {
    Map<String, Object> admission(String organization) {
      Map<String, Object> wanted = new LinkedHashMap<>();
      wanted.put("idNumber", idNumber);
      wanted.put("name", name);
      wanted.put("phone", phone);
      wanted.put("ethnicity", "01");
      wanted.put("education", "20");
      wanted.put("organizationId", organization);
      wanted.put("status", "FULL");
      wanted.put("joinedOn", "2001-07-01");
      wanted.put("affiliatedOn", SOON);
      return wanted;
    }
  }

  private Person person() {
    people++;
    Person person =
        new Person(
            IdNumber.of("990007", LocalDate.of(1961, 3, 4), people).value(),
            WORD + (char) ('甲' + people) + "踪",
            String.valueOf(13_977_770_000L + people));
    search.name(WORD);
    search.phone(person.phone());
    return person;
  }

  private String admitted(Person person) throws IOException, InterruptedException {
    return done(office.post("members", person.admission(DISTRICT.branch()), key())).text("id");
  }

  private void refuse(Person person) throws IOException, InterruptedException {
    Map<String, Object> wanted = person.admission(DISTRICT.branch());
    refused(409, office.post("members", wanted, key()));
    wanted.put("ethnicity", person.name());
    refused(400, office.post("members", wanted, key()));
    wanted.put("ethnicity", "01");
    wanted.put("joinedOn", person.name());
    refused(400, office.post("members", wanted, key()));
    wanted.put("joinedOn", "2001-07-01");
    wanted.put("who", person.idNumber());
    refused(400, office.post("members", wanted, key()));
    wanted.remove("who");
    wanted.put(
        "idNumber",
        person.idNumber().substring(0, 17) + (person.idNumber().endsWith("1") ? "2" : "1"));
    refused(422, office.post("members", wanted, key()));
    wanted.put("organizationId", person.idNumber());
    refused(400, office.post("members", wanted, key()));
    refused(400, office.post("members/search", List.of(person.idNumber())));
    refused(
        400,
        office.postRaw("members", "application/json", "{\"idNumber\": \"" + person.idNumber()));
    refused(409, office.post("members", person.admission(there), key()));
  }

  private void importOf(Person good, Person bad) throws IOException, InterruptedException {
    String header =
        "idNumber,name,ethnicity,education,phone,organizationCode,status,joinedOn,affiliatedOn\n";
    String row = "%s,%s,%s,20,%s,BRANCH,FULL,2001-07-01,2009-03-01\n";
    String fine = row.formatted(good.idNumber(), good.name(), "01", good.phone());
    String wrong =
        row.formatted(bad.idNumber(), bad.name(), "88", bad.phone())
            + row.formatted(bad.name(), bad.idNumber(), bad.phone(), bad.name())
            + fine;
    String job = imported(header + fine + wrong, "REJECTED");
    refusals.add(office.file("imports/" + job + "/errors"));
    imported(header + fine, "COMPLETED");
    refusals.add(office.file("imports/" + imported(header + fine, "REJECTED") + "/errors"));
  }

  private String imported(String rows, String end) throws IOException, InterruptedException {
    Api.Answer sent = done(office.postRaw("members/imports", "text/csv; charset=utf-8", rows));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> end.equals(office.get("imports/" + sent.text("id")).text("state")));
    return sent.text("id");
  }

  private void moves(String member, Person person) throws IOException, InterruptedException {
    Api.Answer asked =
        done(
            office.post(
                "transfers",
                Map.of("memberId", member, "destinationId", there, "reason", person.name()),
                key()));
    String transfer = "transfers/" + asked.text("id");
    refused(409, office.post(transfer + "/receipt", Map.of(), key("\"0\"")));
    refused(
        400, office.post(transfer + "/refusal", Map.of("reasonCode", person.name()), key("\"0\"")));
    done(office.post(transfer + "/approval", Map.of(), key("\"0\"")));
    assertThat(office.file(transfer + "/letter")).startsWith("%PDF");
    done(office.post(transfer + "/refusal", Map.of("reasonCode", "STAYS"), key("\"1\"")));
    Api.Answer leaving =
        done(
            office.post(
                "transfers/outgoing",
                Map.of("memberId", member, "elsewhere", "外区" + person.name()),
                key()));
    done(office.post("transfers/" + leaving.text("id") + "/cancellation", Map.of(), key("\"0\"")));
  }

  private void isAwayAndHosted(String member, Person person, Person stranger)
      throws IOException, InterruptedException {
    Map<String, Object> away = new HashMap<>();
    away.put("memberId", member);
    away.put("since", "2010-03-01");
    away.put("reasonCode", "WORK");
    away.put("whereabouts", person.name() + person.phone());
    away.put("hostId", there);
    done(office.post("absences", away, key()));
    refused(409, office.post("absences", away, key()));
    for (Person hosted : List.of(person, stranger)) {
      Map<String, Object> host = new HashMap<>();
      host.put("idNumber", hosted.idNumber());
      host.put("name", hosted.name());
      host.put("phone", hosted.phone());
      host.put("hostId", there);
      host.put("homeDescription", hosted.name());
      host.put("hostedOn", "2010-04-01");
      done(office.post("mobile-registrations", host, key()));
      refused(409, office.post("mobile-registrations", host, key()));
    }
  }

  private void leavesAsFiles() throws IOException, InterruptedException {
    for (String format : List.of("csv", "ndjson", "xlsx")) {
      assertThat(office.file("members/export?format=" + format)).isNotEmpty();
    }
    assertThat(office.file("members/export?format=csv")).contains(WORD);
  }

  private void seesOneself(String member) throws IOException, InterruptedException {
    Api own = DISTRICT.member(DISTRICT.token("member", "--member", member));
    assertThat(own.get("members/me").text("name")).startsWith(WORD);
    for (String what : List.of("transfers", "absences", "registrations", "access-log")) {
      assertThat(own.get("members/me/" + what).status()).as(what).isEqualTo(200);
    }
  }

  /** The figures of a former day are the same before and after. */
  private void isForgotten(String member, Person person) throws IOException, InterruptedException {
    Api.Answer now = office.get("members/" + member);
    Api.Answer ended =
        done(
            office.post(
                "members/" + member + "/end",
                Map.of("reason", "WITHDRAWN", "effectiveOn", "2012-03-01"),
                key(now.etag())));
    await().atMost(Duration.ofSeconds(30)).until(() -> DISTRICT.members("2012-03-01") == 1);
    long before = DISTRICT.members("2011-01-01");
    assertThat(before).isEqualTo(2);
    done(
        office.post(
            "members/" + member + "/erasure",
            Map.of("reasonCode", "RETENTION_OVER"),
            key(ended.etag())));
    Api.Answer erased = office.get("members/" + member);
    assertThat(erased.body().path("erased").asBoolean()).isTrue();
    assertThat(erased.text("name")).isNull();
    refused(
        409,
        office.post(
            "members/" + member + "/erasure",
            Map.of("reasonCode", "RETENTION_OVER"),
            key(erased.etag())));
    String again = done(office.post("members", again(person), key())).text("id");
    assertThat(again).isNotEqualTo(member);
    await().atMost(Duration.ofSeconds(30)).until(() -> DISTRICT.members("2013-01-01") == 2);
    assertThat(DISTRICT.members("2011-01-01")).isEqualTo(before);
    assertThat(DISTRICT.members("2012-03-01")).isEqualTo(1);
  }

  private static Map<String, Object> again(Person person) {
    Map<String, Object> wanted = person.admission(DISTRICT.branch());
    wanted.put("affiliatedOn", "2013-01-01");
    return wanted;
  }

  private static String[] key() {
    return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
  }

  private static String[] key(String etag) {
    return new String[] {"Idempotency-Key", UUID.randomUUID().toString(), "If-Match", etag};
  }

  private static Api.Answer done(Api.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
    return answer;
  }

  private void refused(int status, Api.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    refusals.add(answer.body().toString());
  }

  private static String metrics(URI service) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(service.resolve("/q/metrics")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
