package org.jiceng.member.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.PersonErased;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.MemberView;
import org.jiceng.member.membership.Members;
import org.jiceng.member.person.Persons;

/**
 * Where a person is forgotten whose membership is over and need not be kept any longer: PIPL art.
 * 47 (个人信息保护法第四十七条) has the handler erase what its purpose no longer needs. What figures count
 * stays, under an id that leads to nobody.
 */
@ApplicationScoped
class ErasureDesk {
  private final Members members;
  private final Traces traces;
  private final OpenCases cases;
  private final ErasurePolicy policy;
  private final Persons persons;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  ErasureDesk(
      Members members,
      Traces traces,
      OpenCases cases,
      ErasurePolicy policy,
      Persons persons,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.members = members;
    this.traces = traces;
    this.cases = cases;
    this.policy = policy;
    this.persons = persons;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  MemberView erase(UUID id, String reasonCode) {
    List<UUID> records = traces.hold(id);
    Member member = members.hold(id);
    scopes.requireWithin(member.organizationId());
    preconditions.requireVersion(member.version());
    LocalDate today = clock.today();
    PersonErased erased = member.erase(policy.retention(), today);
    cases.requireNone(records);
    Traces.Touched touched = traces.erase(records, reasonCode, today, clock.now());
    outbox.append(erased, today);
    records.stream()
        .filter(record -> !record.equals(id))
        .forEach(second -> outbox.append(new PersonErased(second), today));
    audit.writeAll("erase", "member", records);
    audit.writeAll("erase", "mobile-registration", touched.hostings());
    audit.writeAll("erase", "transfer", touched.transfers());
    audit.writeAll("erase", "absence", touched.absences());
    return MemberView.of(member, persons.seen(member.person()));
  }
}
