package org.jiceng.member.mobile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.organization.Organizations;

/** Where the member who is calling is away and hosted, and was; the latest first. */
@ApplicationScoped
class OwnMobility {
  // By the member, and by the ID number where nobody knew of the membership.
  private static final String HOSTINGS =
      """
      select r.*, o.name as host_name
        from mobile_registration r
        left join organization_node o on o.organization_id = r.host_id
       where r.registration_id in
             (select registration_id from mobile_registration where member_id = ?
              union
              select h.registration_id from mobile_registration h join member m using (id_index)
               where m.member_id = ? and h.ended_on is null
              union
              select h.registration_id from mobile_registration h join member m using (id_index)
               where m.member_id = ? and h.ended_on is not null)""";

  private final AbsenceList absences;
  private final AbsenceOffices offices;
  private final Organizations organizations;
  private final Database database;
  private final Audit audit;

  OwnMobility(
      AbsenceList absences,
      AbsenceOffices offices,
      Organizations organizations,
      Database database,
      Audit audit) {
    this.absences = absences;
    this.offices = offices;
    this.organizations = organizations;
    this.database = database;
    this.audit = audit;
  }

  UUID me() {
    return offices.ownId();
  }

  Page<OwnAbsenceView> absences(PageRequest request) {
    Page<AbsenceView> page = absences.own(request);
    return new Page<>(named(page.items()), page.nextCursor());
  }

  /** One that the member has just reported. */
  OwnAbsenceView seen(AbsenceView reported) {
    return named(List.of(reported)).get(0);
  }

  Page<OwnHostingView> hostings(PageRequest request) {
    UUID me = me();
    Conditions query =
        new Conditions(HOSTINGS, me, me, me)
            .and("r.registration_id < ?", request.cursor().map(c -> c.uuid(0)).orElse(null));
    List<OwnHostingView> found =
        query.list(database, "r.registration_id desc", request.fetchSize(), OwnHostingView::of);
    Page<OwnHostingView> page = request.page(found, hosting -> Cursor.of(hosting.id()));
    audit.read(Hostings.RECORD, page.items().stream().map(OwnHostingView::id).toList());
    return page;
  }

  private List<OwnAbsenceView> named(List<AbsenceView> seen) {
    Map<UUID, String> names =
        organizations.names(
            seen.stream()
                .map(AbsenceView::hostId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return seen.stream()
        .map(absence -> OwnAbsenceView.of(absence, names.get(absence.hostId())))
        .toList();
  }
}
