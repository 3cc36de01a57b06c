package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.person.PersonForm;
import org.jiceng.member.person.Persons;

/** Where members are looked at: within one's scope, and never without leaving a record. */
@ApplicationScoped
public class MemberReading {
  private static final String RECORD = "member";

  private final Members members;
  private final Workplaces workplaces;
  private final Roster roster;
  private final LifeHistory histories;
  private final Persons persons;
  private final Scopes scopes;
  private final Caller caller;
  private final Audit audit;

  MemberReading(
      Members members,
      Workplaces workplaces,
      Roster roster,
      LifeHistory histories,
      Persons persons,
      Scopes scopes,
      Caller caller,
      Audit audit) {
    this.members = members;
    this.workplaces = workplaces;
    this.roster = roster;
    this.histories = histories;
    this.persons = persons;
    this.scopes = scopes;
    this.caller = caller;
    this.audit = audit;
  }

  MemberView one(UUID id) {
    return seen(withinScope(members.require(id)));
  }

  /** The caller, who is a member. */
  MemberView me() {
    Member member = members.require(caller.memberId().orElseThrow(Problem::notFound));
    audit.read(RECORD, member.id);
    return MemberView.of(member, persons.inTheClear(member.person));
  }

  MemberView byIdNumber(String idNumber) {
    byte[] index = persons.indexOf(PersonForm.idNumber(idNumber));
    return seen(withinScope(members.current(index).orElseThrow(Problem::notFound)));
  }

  /** The present members of a name within one's scope; there may be several. */
  Page<MemberView> namesakes(String name, PageRequest request) {
    Page<Member> page = members.named(persons.indexOfName(name), scopes.pathPrefix(), request);
    audit.read(RECORD, page.items().stream().map(member -> member.id).toList());
    return new Page<>(
        page.items().stream().map(m -> MemberView.of(m, persons.seen(m.person))).toList(),
        page.nextCursor());
  }

  List<Affiliation> affiliations(UUID id) {
    withinScope(members.require(id));
    audit.read(RECORD, id);
    return members.affiliations(id);
  }

  List<Workplace> workplaces(UUID id) {
    withinScope(members.require(id));
    audit.read(RECORD, id);
    return workplaces.of(id);
  }

  List<LifeEntry> history(UUID id) {
    withinScope(members.require(id));
    audit.read(RECORD, id);
    return histories.of(id);
  }

  Page<MemberView> page(MemberFilter filter, PageRequest request) {
    Page<Roster.Line> page = roster.page(filter, request);
    audit.read(RECORD, page.items().stream().map(line -> line.member().id).toList());
    return new Page<>(page.items().stream().map(this::seen).toList(), page.nextCursor());
  }

  /**
   * Whoever left the caller's scope is still on the rosters of former days, but what is known of
   * the person today is for the office where they are now.
   */
  private MemberView seen(Roster.Line line) {
    Member member = line.member();
    return line.own()
        ? MemberView.of(member, persons.seen(member.person))
        : MemberView.of(member, persons.outline(member.person)).ofFormer();
  }

  private Member withinScope(Member member) {
    scopes.requireWithin(member.organizationId);
    return member;
  }

  private MemberView seen(Member member) {
    audit.read(RECORD, member.id);
    return MemberView.of(member, persons.seen(member.person));
  }
}
