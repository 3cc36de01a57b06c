package org.jiceng.activity.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiceng.activity.life.Activity;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;

/**
 * Who may attend an activity: on its day the members of the organisations that hold it and of those
 * below them, and whom they host. A member who is both is one of their own.
 */
@ApplicationScoped
public class WhoMayAttend {
  private static final String AMONG =
      """
      with here as (
        select o.organization_id
          from organization_node h join organization_node o on o.path <@ h.path
         where h.organization_id = any (?)),
      own as (
        select s.member_id, s.organization_id as home_id
          from member_stay s
         where s.member_id = any (?) and s.valid_from <= ?
           and (s.valid_to is null or s.valid_to > ?)
           and s.organization_id in (select organization_id from here)),
      guest as (
        select registration_id from hosted_person where registration_id = any (?)
        union
        select registration_id from hosted_person
         where member_id = any (?) and member_id not in (select member_id from own))
      select null::uuid as registration_id, member_id, home_id from own
      union all
      select h.registration_id, s.member_id, s.organization_id
        from guest
        join hosted_person h using (registration_id)
        left join member_stay s on s.member_id = h.member_id and s.valid_from <= ?
                               and (s.valid_to is null or s.valid_to > ?)
       where h.hosted_on <= ? and (h.ended_on is null or h.ended_on > ?)
         and h.host_id in (select organization_id from here)""";

  private final Database database;

  WhoMayAttend(Database database) {
    this.database = database;
  }

  /** Somebody who may: a member of one's own, or someone hosted by a registration. */
  public record Attendee(UUID registrationId, UUID memberId, UUID homeId) {}

  /** All of them, or none (422, with those who may not). */
  public List<Attendee> among(Activity activity, Attendees who) {
    LocalDate on = activity.day();
    List<Attendee> found = those(activity, on, who);
    Set<UUID> strangers = new HashSet<>(who.memberIds());
    strangers.addAll(who.registrationIds());
    found.forEach(
        attendee -> {
          strangers.remove(attendee.memberId());
          strangers.remove(attendee.registrationId());
        });
    if (!strangers.isEmpty()) {
      throw new Problem(AttendanceProblems.STRANGERS, strangers.size(), on)
          .with("refused", strangers.stream().sorted().toList());
    }
    return found;
  }

  /** Those of them who may, by where they belong on that day. */
  public List<Attendee> those(Activity activity, LocalDate on, Attendees who) {
    return database.list(
        AMONG,
        row ->
            new Attendee(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class)),
        activity.holders(),
        who.memberIds(),
        on,
        on,
        who.registrationIds(),
        who.memberIds(),
        on,
        on,
        on,
        on);
  }
}
