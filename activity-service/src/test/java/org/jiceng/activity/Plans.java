package org.jiceng.activity;

import static org.jiceng.activity.District.as;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.Tokens;

/** What tests need of plans: members who may come, and activities at any time. */
@ApplicationScoped
public class Plans {
  public static final String ACTIVITIES = "/api/v1/activities";

  private final District district;

  Plans(District district) {
    this.district = district;
  }

  /** A member of an organisation, by the local copy. */
  public UUID member(UUID organization) {
    UUID id = UUID.randomUUID();
    district.execute(
        "insert into member_stay (member_id, organization_id, valid_from) values (?, ?, date '2009-01-01')",
        id,
        organization);
    return id;
  }

  /** Somebody of a home whom a host has registered and who is matched. */
  public UUID hosted(UUID home, UUID host) {
    UUID member = member(home);
    district.execute(
        """
        insert into hosted_person (registration_id, host_id, hosted_on, member_id)
        values (?, ?, date '2010-01-01', ?)""",
        UUID.randomUUID(),
        host,
        member);
    return member;
  }

  /** A plan for tomorrow, for an hour. */
  public static Map<String, Object> plan(UUID organization) {
    Instant startsAt = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    Map<String, Object> plan = new HashMap<>();
    plan.put("organizationId", organization);
    plan.put("kind", "THEME_DAY");
    plan.put("title", "七月主题党日");
    plan.put("startsAt", startsAt);
    plan.put("endsAt", startsAt.plusSeconds(3600));
    return plan;
  }

  public static ValidatableResponse send(Map<String, Object> plan) {
    return as(Roles.SECRETARY).body(plan).post(ACTIVITIES + "/plans").then();
  }

  /** The id of a new plan. */
  public static String planned(Map<String, Object> plan) {
    return send(plan).statusCode(201).extract().path("id");
  }

  /** One that has begun a quarter of an hour ago: time passes in the table, not on the clock. */
  public String begun(Map<String, Object> plan) {
    String id = planned(plan);
    moveTo(id, Instant.now().minus(15, ChronoUnit.MINUTES));
    return id;
  }

  /** As if it had been planned for an hour from then on. */
  public void moveTo(String activity, Instant startsAt) {
    district.execute(
        """
        update activity set starts_at = ?::timestamptz, ends_at = ?::timestamptz + interval '1 hour',
               held_on = (?::timestamptz at time zone 'Asia/Shanghai')::date
         where activity_id = ?::uuid""",
        startsAt.toString(),
        startsAt.toString(),
        startsAt.toString(),
        activity);
  }

  public static RequestSpecification officeOf(UUID organization) {
    return District.with(Tokens.of(Roles.SECRETARY).org(organization));
  }

  public static RequestSpecification phoneOf(UUID member) {
    return District.with(Tokens.of(Roles.MEMBER).member(member));
  }

  /** A command to a version of an activity. */
  public static ValidatableResponse command(
      UUID office, String activity, long version, String verb, Object body) {
    return officeOf(office)
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post(ACTIVITIES + "/" + activity + "/" + verb)
        .then();
  }
}
