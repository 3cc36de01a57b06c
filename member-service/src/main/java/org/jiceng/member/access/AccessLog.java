package org.jiceng.member.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.audit.AuditTrail;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.membership.Members;
import org.jiceng.member.organization.Organizations;

/**
 * What the audit log knows of a member: of the record itself and of second ones merged into it, of
 * the member's transfers and absences, and of hostings of the same person.
 */
@ApplicationScoped
class AccessLog {
  private static final String RECORD = "member";
  private static final String ACTION = "read-access-log";
  private static final String WHOLE_DISTRICT = "district";

  private static final String RECORDS =
      """
      with recursive mine as (
        select member_id, id_index from member where member_id = ?
        union
        select d.member_id, d.id_index from member d join mine on d.merged_into = mine.member_id)
      select 'member' as record_type, member_id::text as record_id from mine
      union all
      select 'transfer', transfer_id::text from transfer join mine using (member_id)
      union all
      select 'absence', absence_id::text from absence join mine using (member_id)
      union all
      (select 'mobile-registration', registration_id::text
         from mobile_registration join mine using (member_id)
       union
       select 'mobile-registration', registration_id::text
         from mobile_registration r join mine m on m.id_index = r.id_index and r.ended_on is null
       union
       select 'mobile-registration', registration_id::text
         from mobile_registration r
         join mine m on m.id_index = r.id_index and r.ended_on is not null)""";

  private final AuditTrail trail;
  private final Members members;
  private final Organizations organizations;
  private final Database database;
  private final Scopes scopes;
  private final Caller caller;
  private final Audit audit;

  AccessLog(
      AuditTrail trail,
      Members members,
      Organizations organizations,
      Database database,
      Scopes scopes,
      Caller caller,
      Audit audit) {
    this.trail = trail;
    this.members = members;
    this.organizations = organizations;
    this.database = database;
    this.scopes = scopes;
    this.caller = caller;
    this.audit = audit;
  }

  /** For who may see the member (404 for others). */
  Page<AccessEntry> of(UUID memberId, PageRequest page) {
    scopes.requireWithin(members.require(memberId).organizationId());
    return entries(memberId, page, Eyes.OFFICE);
  }

  /** For the member who is calling. */
  Page<AccessEntry> mine(PageRequest page) {
    UUID me = caller.memberId().orElseThrow(Problem::notFound);
    return entries(members.require(me).id(), page, Eyes.MEMBER);
  }

  private Page<AccessEntry> entries(UUID memberId, PageRequest page, Eyes eyes) {
    List<AuditTrail.Subject> records =
        database.list(
            RECORDS, row -> new AuditTrail.Subject(row.getString(1), row.getString(2)), memberId);
    Page<AuditTrail.Step> steps = trail.of(records, page);
    audit.read(ACTION, RECORD, memberId);
    Map<String, String> names = names(steps.items());
    return new Page<>(
        steps.items().stream()
            .map(step -> AccessEntry.of(step, names.get(step.organization()), eyes))
            .toList(),
        steps.nextCursor());
  }

  private Map<String, String> names(List<AuditTrail.Step> steps) {
    var ids =
        steps.stream()
            .map(AuditTrail.Step::organization)
            .filter(Objects::nonNull)
            .filter(scope -> !scope.equals(WHOLE_DISTRICT))
            .map(UUID::fromString)
            .collect(Collectors.toSet());
    return organizations.names(ids).entrySet().stream()
        .collect(Collectors.toMap(name -> name.getKey().toString(), Map.Entry::getValue));
  }
}
