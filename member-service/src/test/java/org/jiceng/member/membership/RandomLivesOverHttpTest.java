package org.jiceng.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.member.District.admit;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newMember;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.MemberEvent;
import org.jiceng.events.MemberEvent.ConfirmationCorrected;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.jiceng.member.transfer.Counting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A few members, a few organisations, and commands as they come, badly dated or out of turn: in the
 * end the affiliations on record, what events add up to, and the roster say the same of every day.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RandomLivesOverHttpTest {
  private static final String MEMBERS = "/api/v1/members/";
  private static final LocalDate FIRST = LocalDate.parse("2009-03-01");
  private static final List<String> ACTS =
      List.of(
          "confirmation",
          "probation-extension",
          "suspension",
          "resumption",
          "end",
          "restoration",
          "restoration",
          "corrections",
          "corrections",
          "confirmed",
          "merge",
          "transfer",
          "transfer",
          "transfer");

  @Inject District district;
  @Inject BusinessClock clock;

  private final List<UUID> organizations = new ArrayList<>();
  private final List<UUID> members = new ArrayList<>();
  private Random random;
  private LocalDate today;
  private int done;

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20251125})
  void affiliationsEventsAndRosterSayTheSameOfEveryDay(long seed) {
    random = new Random(seed);
    today = FIRST;
    done = 0;
    for (int i = 0; i < 3; i++) {
      organizations.add(district.organization());
    }
    for (int i = 0; i < 5; i++) {
      Map<String, Object> wanted = newMember(one(organizations));
      wanted.put("status", i < 3 ? "PROBATIONARY" : "FULL");
      wanted.put("joinedOn", FIRST.toString());
      wanted.put("affiliatedOn", FIRST.toString());
      members.add(UUID.fromString(admit(wanted).statusCode(201).extract().path("id")));
    }
    for (int i = 0; i < 200; i++) {
      standOn(today.plusDays(random.nextInt(25)));
      act();
    }
    assertThat(done).as("commands that were possible").isGreaterThan(30);
    compare();
  }

  private void act() {
    UUID member = one(members);
    String act = isOver(member) ? "restoration" : ACTS.get(random.nextInt(ACTS.size()));
    int status =
        switch (act) {
          case "transfer" -> transfer(member);
          case "merge" ->
              random.nextInt(4) > 0
                  ? 409
                  : send(member, "merge", Map.of("duplicateId", one(members)));
          case "corrections" -> send(member, "corrections", correction(member));
          case "confirmed" -> send(member, "corrections", confirmation());
          case "end" -> send(member, "end", Map.of("reason", reason(), "effectiveOn", day()));
          case "restoration" ->
              send(member, act, Map.of("organizationId", one(organizations), "effectiveOn", day()));
          case "probation-extension" ->
              send(
                  member,
                  act,
                  Map.of(
                      "until",
                      FIRST.plusMonths(17 + random.nextInt(9)).toString(),
                      "effectiveOn",
                      day()));
          default -> send(member, act, Map.of("effectiveOn", day()));
        };
    assertThat(status).as(act).isIn(200, 201, 409, 422);
    done += status < 300 ? 1 : 0;
  }

  /** Half of what befalls an ended membership is that it goes on. */
  private boolean isOver(UUID member) {
    return random.nextBoolean()
        && district.text("select ended_on from member where member_id = ?", member) != null;
  }

  private int transfer(UUID member) {
    String open =
        district.text(
            """
            select transfer_id || ' ' || state || ' ' || version from transfer
             where member_id = ? and state in ('REQUESTED', 'APPROVED')""",
            member);
    if (open == null) {
      return as(Roles.REGISTRAR)
          .body(
              Map.of("memberId", member, "destinationId", one(organizations), "effectiveOn", day()))
          .post("/api/v1/transfers")
          .statusCode();
    }
    String[] parts = open.split(" ");
    String next = parts[1].equals("REQUESTED") ? "approval" : "receipt";
    return command(
            as(Roles.REGISTRAR),
            "/api/v1/transfers/" + parts[0] + "/" + next,
            Integer.parseInt(parts[2]),
            Map.of("effectiveOn", day()))
        .extract()
        .statusCode();
  }

  /** One boundary moves, or one stay was elsewhere. */
  private Map<String, Object> correction(UUID member) {
    List<Map<String, Object>> stays =
        as(Roles.REGISTRAR).get(MEMBERS + member + "/affiliations").jsonPath().getList("");
    List<Map<String, Object>> right = new ArrayList<>();
    stays.forEach(stay -> right.add(new HashMap<>(stay)));
    if (!right.isEmpty()) {
      int n = random.nextInt(right.size());
      if (n > 0 && random.nextBoolean()) {
        right.get(n).put("validFrom", day());
        right.get(n - 1).put("validTo", right.get(n).get("validFrom"));
      } else {
        right.get(n).put("organizationId", one(organizations));
      }
    }
    Map<String, Object> correction = new HashMap<>();
    correction.put("affiliations", right.isEmpty() ? null : right);
    correction.put("reasonCode", "WRONG_ENTRY");
    return correction;
  }

  private Map<String, Object> confirmation() {
    Map<String, Object> on = new HashMap<>();
    on.put("on", random.nextBoolean() ? day() : null);
    return Map.of("confirmation", on, "reasonCode", "WRONG_DAY");
  }

  private String reason() {
    List<String> reasons =
        List.of("WITHDRAWN", "EXPELLED", "PROBATION_ENDED", "WITHDRAWN", "TRANSFERRED_OUT");
    return random.nextInt(25) == 0 ? "ENTERED_IN_ERROR" : reasons.get(random.nextInt(5));
  }

  private int send(UUID member, String what, Object body) {
    String version = district.text("select version from member where member_id = ?", member);
    return command(
            as(Roles.REGISTRAR), MEMBERS + member + "/" + what, Integer.parseInt(version), body)
        .extract()
        .statusCode();
  }

  private void compare() {
    Counting told = new Counting();
    Map<UUID, LocalDate> confirmed = new HashMap<>();
    Map<UUID, Boolean> admittedFull = new HashMap<>();
    for (UUID member : members) {
      for (Map<String, Object> event : eventsOf(member)) {
        LocalDate on = LocalDate.parse(event.get("on").toString());
        MemberEvent data =
            (MemberEvent)
                CloudEventCodec.dataFromJson(
                    event.get("type").toString(),
                    event.get("data").toString().getBytes(StandardCharsets.UTF_8));
        told.fold(data, on);
        if (data instanceof MemberEvent.MemberAdmitted admitted) {
          admittedFull.put(member, admitted.status().name().equals("FULL"));
        } else if (data instanceof MemberConfirmed) {
          confirmed.put(member, on);
        } else if (data instanceof ConfirmationCorrected corrected) {
          confirmed.put(member, corrected.on());
          admittedFull.put(member, false);
        }
      }
    }
    for (LocalDate day = FIRST.minusDays(1); !day.isAfter(today); day = day.plusDays(17)) {
      compareOn(day, told, confirmed, admittedFull);
    }
    compareOn(today, told, confirmed, admittedFull);
  }

  private void compareOn(
      LocalDate day,
      Counting told,
      Map<UUID, LocalDate> confirmed,
      Map<UUID, Boolean> admittedFull) {
    for (UUID organization : organizations) {
      JsonPath roster =
          as(Roles.REGISTRAR)
              .get("/api/v1/members?organizationId=" + organization + "&asOf=" + day)
              .jsonPath();
      List<String> there = roster.getList("items.id");
      assertThat(there).as("roster of %s", day).hasSize(told.on(organization, day));
      assertThat(new TreeSet<>(there)).as("record of %s", day).isEqualTo(on(organization, day));
      for (Map<String, Object> line : roster.<Map<String, Object>>getList("items")) {
        UUID member = UUID.fromString(line.get("id").toString());
        LocalDate since = confirmed.get(member);
        boolean full = admittedFull.get(member) || (since != null && !since.isAfter(day));
        assertThat(line.get("status"))
            .as("status on %s", day)
            .isEqualTo(full ? "FULL" : "PROBATIONARY");
      }
    }
  }

  private TreeSet<String> on(UUID organization, LocalDate day) {
    String ids =
        district.text(
            """
            select string_agg(member_id::text, ' ') from affiliation
             where organization_id = ? and valid_from <= ? and (valid_to is null or valid_to > ?)""",
            organization,
            day,
            day);
    return ids == null ? new TreeSet<>() : new TreeSet<>(List.of(ids.split(" ")));
  }

  private List<Map<String, Object>> eventsOf(UUID member) {
    return JsonPath.from(
            district.text(
                """
                select json_agg(json_build_object('type', type, 'on', effective_on,
                                                  'data', payload::text) order by sequence)::text
                  from outbox where partition_key = ?""",
                member.toString()))
        .getList("");
  }

  private void standOn(LocalDate day) {
    today = day;
    clock.turnTo(
        Clock.fixed(Instant.from(day.atTime(4, 0).atOffset(ZoneOffset.UTC)), clock.zone()));
  }

  private String day() {
    return today.minusDays(random.nextBoolean() ? 0 : random.nextInt(20)).toString();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
