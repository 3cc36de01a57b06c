package org.jiceng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.registry.District.ELSEWHERE;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.etag;
import static org.jiceng.registry.District.officeOf;
import static org.jiceng.registry.District.post;
import static org.jiceng.registry.District.unit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults are found, worked off, waived and found again; what stands is a figure. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class QualityTest {
  private static final Set<String> ENDED = Set.of("DONE", "FAILED");
  private static final String FINDINGS = "/api/v1/quality/findings";

  @Inject Stored stored;
  @Inject AgroalDataSource dataSource;
  @Inject BusinessClock clock;

  private UUID committee;

  @BeforeEach
  void aCommittee() {
    committee = committee(District.root(), HERE);
  }

  @Test
  void aFaultIsFoundOnceAndClosedWhenMended() {
    run();
    String finding = only("SECRETARY_MISSING", committee, "open");
    run();
    assertThat(only("SECRETARY_MISSING", committee, "open")).isEqualTo(finding);
    assertThat(stored.eventsOf(finding)).containsExactly("finding-opened " + clock.today());

    District.appoint(post(committee, "SECRETARY"));
    run();

    findings("SECRETARY_MISSING", committee, "open").body("items", hasSize(0));
    assertThat(only("SECRETARY_MISSING", committee, "closed")).isEqualTo(finding);
    assertThat(stored.eventsOf(finding))
        .containsExactly("finding-opened " + clock.today(), "finding-closed " + clock.today());
  }

  @Test
  void everyRuleFindsItsFault() throws SQLException {
    String area = District.community(HERE);
    UUID inClosedArea = branch(committee, area);
    UUID below = committee(committee, HERE);
    UUID orphan = branch(below, HERE);
    UUID unit = unit(area);
    UUID overdue = post(committee, "COMMITTEE_MEMBER");
    District.appoint(overdue);
    UUID early = branch(committee, HERE);
    UUID many = branch(committee, HERE);
    execute(
        "update area set closed_on = '2009-01-01' where code = '%s'".formatted(area),
        "update organization set state = 'DISSOLVED' where id = '%s'".formatted(below),
        "update organization set established_on = '1990-01-01' where id = '%s'".formatted(early),
        "update post set term_ends_on = '2008-01-01' where id = '%s'".formatted(overdue),
        "update unit set staff_count = 900000 where id = '%s'".formatted(unit),
        """
        insert into unit (id, credit_code, name, kind, area_code, staff_count, registered_on, covered_by, covered_on)
        select uuidv7(), left(md5(n::text || '%1$s'), 18), '同名', 'NON_PUBLIC_ENTERPRISE', '%2$s', 1, '2001-01-01',
               case when n <= 200 then '%1$s'::uuid else (select id from organization where id <> '%1$s' order by id offset n %% 50 limit 1) end,
               '2003-01-01'
          from generate_series(1, 300) n"""
            .formatted(many, HERE));
    try {
      as("district-admin").get("/api/v1/quality/rules").then().body("items", hasSize(11));
      patch("COVERAGE_OUTLIER", Map.of("parameters", Map.of("timesMedian", 10))).statusCode(200);
      patch("STAFF_OUTLIER", Map.of("parameters", Map.of("timesMedian", 50))).statusCode(200);
      run();

      assertThat(only("ORGANIZATION_IN_CLOSED_AREA", inClosedArea, "open")).isNotNull();
      assertThat(only("ORGANIZATION_BELOW_DISSOLVED", orphan, "open")).isNotNull();
      assertThat(only("TERM_OVERDUE", committee, "open")).isNotNull();
      assertThat(only("IMPOSSIBLE_DATES", early, "open")).isNotNull();
      assertThat(only("COVERAGE_OUTLIER", many, "open")).isNotNull();
      assertThat(only("SIZE_OUT_OF_BOUNDS", many, "open")).isNotNull();
      findings("DUPLICATE_ORGANIZATION_NAME", many, "open").body("items", hasSize(1));
      findings("DUPLICATE_UNIT_NAME", many, "open").body("items", hasSize(200));
      as("registrar")
          .get(FINDINGS + "?state=open&areaCode=" + area)
          .then()
          .body("items.rule", hasItems("UNIT_IN_CLOSED_AREA", "STAFF_OUTLIER"))
          .body("items.areaCode", everyItem(equalTo(area)));
    } finally {
      execute(
          "delete from finding",
          "delete from unit where covered_by = '%s' or name = '同名'".formatted(many),
          "update area set closed_on = null where code = '%s'".formatted(area),
          "update organization set state = 'ACTIVE' where id = '%s'".formatted(below),
          "update organization set established_on = '2000-01-01' where id = '%s'".formatted(early));
    }
  }

  @Test
  void aWaivedFindingIsNoWorkUntilItsDayAndThenOpensAgain() throws SQLException {
    run();
    String finding = only("SECRETARY_MISSING", committee, "open");
    String path = FINDINGS + "/" + finding;
    String until = clock.today().plusDays(10).toString();
    waive(as("registrar"), path, etag(path), Map.of("reasonCode", "BEING_MERGED", "until", until))
        .statusCode(200)
        .body("state", equalTo("WAIVED"))
        .body("waivedUntil", equalTo(until));
    run();
    findings("SECRETARY_MISSING", committee, "open").body("items", hasSize(0));
    waive(as("registrar"), path, etag(path), Map.of("reasonCode", "BEING_MERGED", "until", until))
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/finding-not-open"));

    execute(
        "update finding set waived_until = current_date - 7 where id = '%s'".formatted(finding));
    run();

    assertThat(only("SECRETARY_MISSING", committee, "open")).isEqualTo(finding);
    assertThat(stored.eventsOf(finding)).hasSize(3);
  }

  @Test
  void aWaiverThatIsNoneIsRefusedAndLeavesNoTrace() {
    run();
    String path = FINDINGS + "/" + only("SECRETARY_MISSING", committee, "open");
    UUID theirs = committee(District.root(), ELSEWHERE);
    Map<String, String> before = stored.everything();
    String until = clock.today().plusDays(10).toString();
    Map<String, Object> fine = Map.of("reasonCode", "BEING_MERGED", "until", until);
    String etag = etag(path);

    as("registrar").body(fine).post(path + "/waive").then().statusCode(428);
    waive(as("registrar"), path, "\"77\"", fine).statusCode(412);
    waive(officeOf(theirs), path, etag, fine).statusCode(404);
    waive(as("reporter"), path, etag, fine).statusCode(403);
    waive(as("registrar"), path, etag, Map.of("until", until)).statusCode(400);
    waive(as("registrar"), path, etag, Map.of("reasonCode", "BEING_MERGED")).statusCode(400);
    waive(as("registrar"), path, etag, Map.of("reasonCode", "因为张三", "until", until))
        .statusCode(400);
    for (String day : List.of(clock.today().toString(), "2999-01-01")) {
      waive(as("registrar"), path, etag, Map.of("reasonCode", "X", "until", day)).statusCode(422);
    }
    waive(as("registrar"), FINDINGS + "/" + UUID.randomUUID(), etag, fine).statusCode(404);

    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void anOfficeSeesTheFindingsOfItsOwnOnly() {
    UUID theirs = committee(District.root(), ELSEWHERE);
    run();
    String ours = only("SECRETARY_MISSING", committee, "open");
    String foreign = only("SECRETARY_MISSING", theirs, "open");

    officeOf(committee)
        .get(FINDINGS + "?state=open&limit=500&rule=SECRETARY_MISSING")
        .then()
        .body("items.id", hasItem(ours))
        .body("items.id", not(hasItem(foreign)));
    officeOf(committee).get(FINDINGS + "/" + foreign).then().statusCode(404);
    officeOf(committee).get(FINDINGS + "/" + ours).then().statusCode(200);
    as("registrar").get(FINDINGS + "?state=gone").then().statusCode(400);
    as("registrar").get(FINDINGS + "?organizationId=x").then().statusCode(400);
    String next = as("registrar").get(FINDINGS + "?limit=1").then().extract().path("nextCursor");
    as("registrar").get(FINDINGS + "?limit=1&cursor=" + next).then().body("items", hasSize(1));
  }

  @Test
  void aRuleIsSwitchedAndSetByTheDistrictsAdminOnly() {
    UUID mine = committee;
    run();
    String finding = only("SECRETARY_MISSING", mine, "open");
    patch("SECRETARY_MISSING", Map.of("enabled", false))
        .statusCode(200)
        .body("enabled", equalTo(false));
    try {
      run();
      findings("SECRETARY_MISSING", mine, "open").body("items", hasSize(0));
      assertThat(stored.eventsOf(finding)).endsWith("finding-closed " + clock.today());
    } finally {
      patch("SECRETARY_MISSING", Map.of("enabled", true)).statusCode(200);
    }
    Map<String, String> before = stored.everything();
    patch("SECRETARY_MISSING", Map.of("parameters", Map.of("colour", 1)))
        .statusCode(422)
        .body("violations[0].code", equalTo("no-parameter"));
    patch("SECRETARY_MISSING", Map.of("parameters", Map.of("graceDays", -1))).statusCode(400);
    patch("SECRETARY_MISSING", Map.of("parameters", Map.of("graceDays", "two"))).statusCode(400);
    String rule = "/api/v1/quality/rules/SECRETARY_MISSING";
    as("district-admin").body(Map.of()).patch(rule).then().statusCode(428);
    as("district-admin")
        .header("If-Match", "\"77\"")
        .body(Map.of())
        .patch(rule)
        .then()
        .statusCode(412);
    as("registrar")
        .header("If-Match", etag(rule))
        .body(Map.of())
        .patch(rule)
        .then()
        .statusCode(403);
    District.with(org.jiceng.kit.test.Tokens.of("district-admin").org(committee))
        .header("If-Match", etag(rule))
        .body(Map.of())
        .patch(rule)
        .then()
        .statusCode(404);
    as("district-admin")
        .header("If-Match", "\"0\"")
        .body(Map.of())
        .patch("/api/v1/quality/rules/NONE")
        .then()
        .statusCode(404);
    as("registrar").post("/api/v1/quality/runs").then().statusCode(403);
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void theRegistryCountsItsOpenFindings() {
    run();
    as("system").post("/api/v1/tallies").then().statusCode(200);
    assertThat(
            stored.one(
                """
                select payload -> 'counts' ->> 'finding' from outbox
                 where type = 'org.jiceng.registry.registry-counted.v2' order by sequence desc limit 1"""))
        .isEqualTo(stored.one("select count(*) from finding where state = 'OPEN'"));
  }

  @Test
  void whatTheRegistryCountsByTownshipAddsUpToWhatItCountsInAll() {
    as("system").post("/api/v1/tallies").then().statusCode(200);
    for (String measure : List.of("organization", "building", "finding")) {
      assertThat(
              stored.one(
                  """
                  select coalesce(sum(value::bigint), 0) from jsonb_each_text((
                    select payload -> 'counts' from outbox
                     where type = 'org.jiceng.registry.registry-counted-by-area.v2'
                     order by sequence desc limit 1))
                   where key like '"""
                      + measure
                      + "@%'"))
          .as(measure)
          .isEqualTo(
              stored.one(
                  """
                  select coalesce(payload -> 'counts' ->> '"""
                      + measure
                      + """
                      ', '0') from outbox
                       where type = 'org.jiceng.registry.registry-counted.v2'
                       order by sequence desc limit 1"""));
    }
  }

  @Test
  void whatItCountsByTownshipAddsUpWhileFaultsAreFoundWithoutPause() throws Exception {
    String before = stored.one("select max(sequence) from outbox");
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService finder = Executors.newSingleThreadExecutor();
    String run = asked();
    Future<Void> finding = finder.submit(() -> findUntil(enough));
    try {
      for (int n = 0; n < 10; n++) {
        as("system").post("/api/v1/tallies").then().statusCode(200);
      }
    } finally {
      enough.set(true);
      finder.shutdown();
      finding.get();
      follow(run);
      execute("delete from finding where opened_on = '2009-01-02'");
    }
    List<String> sums =
        stored.list(
            """
            select (select sum(value::bigint) from jsonb_each_text(a.payload -> 'counts')
                     where key like 'finding@%') || ' ' || (t.payload -> 'counts' ->> 'finding')
              from outbox a
              join outbox t on t.type = 'org.jiceng.registry.registry-counted.v2'
                           and t.payload - 'counts' = a.payload - 'counts'
             where a.type = 'org.jiceng.registry.registry-counted-by-area.v2'
               and a.sequence > ?::text::bigint""",
            before);
    assertThat(sums)
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(sum -> assertThat(sum.split(" ")[0]).isEqualTo(sum.split(" ")[1]));
  }

  /** One more with every commit, as a run finds them. */
  private Void findUntil(AtomicBoolean enough) throws SQLException {
    while (!enough.get()) {
      execute(
          """
          insert into finding (id, rule, subject_kind, subject_id, area_code, state, opened_on)
          values (uuidv7(), 'TERM_OVERDUE', 'ORGANIZATION', uuidv7(), '%s', 'OPEN', '2009-01-02')"""
              .formatted(HERE));
    }
    return null;
  }

  @Test
  void aRunIsStartedOnceThoughAskedForTwiceAndCanBeFollowed() throws SQLException {
    String first;
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      // As another instance's run would, this one holds ours up.
      statement.execute("select pg_advisory_lock(39441)");
      first = asked();
      assertThat(asked()).isEqualTo(first);
      as("district-admin")
          .get("/api/v1/quality/runs/" + first)
          .then()
          .statusCode(200)
          .body("state", equalTo("WAITING"))
          .body("finishedAt", nullValue())
          .body("outcomes", hasSize(0));
      statement.execute("select pg_advisory_unlock(39441)");
    }
    follow(first)
        .body("finishedAt", notNullValue())
        .body("outcomes.rule", hasItem("SECRETARY_MISSING"));
    assertThat(asked()).isNotEqualTo(first);
  }

  @Test
  void whoAsksAfterAChangeIsNotGivenARunThatMayHaveLookedBefore() throws SQLException {
    String begun;
    String next;
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // It begins, and then cannot write.
      statement.execute("lock table finding in exclusive mode");
      begun = asked();
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(20))
          .until(
              () ->
                  "RUNNING"
                      .equals(
                          as("district-admin").get("/api/v1/quality/runs/" + begun).path("state")));
      next = asked();
      assertThat(next).isNotEqualTo(begun);
      assertThat(asked()).isEqualTo(next);
      connection.rollback();
    }
    follow(begun);
    follow(next);
  }

  @Test
  void aRunIsForWhoActsForTheWholeDistrict() {
    String run = asked();
    follow(run);
    as("registrar").get("/api/v1/quality/runs/" + run).then().statusCode(403);
    District.with(org.jiceng.kit.test.Tokens.of("district-admin").org(committee))
        .get("/api/v1/quality/runs/" + run)
        .then()
        .statusCode(404);
    District.with(org.jiceng.kit.test.Tokens.of("district-admin").org(committee))
        .post("/api/v1/quality/runs")
        .then()
        .statusCode(404);
    as("district-admin").get("/api/v1/quality/runs/" + UUID.randomUUID()).then().statusCode(404);
  }

  private static void run() {
    follow(asked());
  }

  private static String asked() {
    return as("district-admin")
        .post("/api/v1/quality/runs")
        .then()
        .statusCode(202)
        .header("Location", containsString("/api/v1/quality/runs/"))
        .extract()
        .path("id");
  }

  /** The run, once it is done. */
  private static ValidatableResponse follow(String run) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> as("district-admin").get("/api/v1/quality/runs/" + run).then().statusCode(200),
            found -> ENDED.contains(found.extract().<String>path("state")))
        .body("state", equalTo("DONE"));
  }

  private static ValidatableResponse patch(String rule, Map<String, Object> change) {
    String path = "/api/v1/quality/rules/" + rule;
    return as("district-admin")
        .header("If-Match", etag(path))
        .body(new LinkedHashMap<>(change))
        .patch(path)
        .then();
  }

  private static ValidatableResponse waive(
      RequestSpecification by, String path, String etag, Map<String, Object> body) {
    return by.header("If-Match", etag).body(body).post(path + "/waive").then();
  }

  private static ValidatableResponse findings(String rule, UUID organization, String state) {
    return as("registrar")
        .get(
            FINDINGS
                + "?limit=500&rule=%s&organizationId=%s&state=%s"
                    .formatted(rule, organization, state))
        .then()
        .statusCode(200);
  }

  private static String only(String rule, UUID organization, String state) {
    return findings(rule, organization, state)
        .body("items.findAll { it.organizationId == '%s' }".formatted(organization), hasSize(1))
        .body("items[0].openedOn", notNullValue())
        .extract()
        .path("items.find { it.organizationId == '%s' }.id".formatted(organization));
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
