package org.jiceng.member.mobile;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.mobile.AbsenceFilter.End;
import org.jiceng.member.mobile.AbsenceFilter.Order;
import org.jiceng.member.person.Persons;
import org.jiceng.member.person.SealedPerson;

/** Who is away, as each end sees it; by id, which is by entry. */
@ApplicationScoped
public class AbsenceList {
  private static final String MOVING =
      """
      exists (select 1 from transfer t
               where t.member_id = a.member_id and t.state in ('REQUESTED', 'APPROVED', 'RETURNED'))
      """;

  private static final String DUE_THEN =
      """
      coalesce((select c.due_on from absence_contact c
                 where c.absence_id = a.absence_id and c.contacted_on <= d.day
                 order by c.contacted_on desc, c.due_on desc limit 1), a.first_due)""";

  private static final String ON_A_DAY =
      "select a.*, m.id_index, m.id_number, m.name, m.phone, d.day, "
          + DUE_THEN
          + " as due_then, "
          + MOVING
          + """
             as moving
            from absence a join member m on m.member_id = a.member_id
           cross join (select ?::date as day) d
           where true""";

  private static final String AWAY =
      """
      a.state in ('CONFIRMED', 'ENDED') and a.away_since <= ?
        and (a.ended_on is null or a.ended_on > ?)""";

  private static final String UNDER = within("path <@ ?::ltree");

  private static final String BELOW =
      within("path <@ (select path from organization_node where organization_id = ?)");

  private final Absences absences;
  private final AbsenceOffices offices;
  private final Database database;
  private final Persons persons;
  private final Scopes scopes;
  private final Audit audit;
  private final BusinessClock clock;

  AbsenceList(
      Absences absences,
      AbsenceOffices offices,
      Database database,
      Persons persons,
      Scopes scopes,
      Audit audit,
      BusinessClock clock) {
    this.absences = absences;
    this.offices = offices;
    this.database = database;
    this.persons = persons;
    this.scopes = scopes;
    this.audit = audit;
    this.clock = clock;
  }

  AbsenceView one(UUID id) {
    offices.requireSight(absences.require(id));
    audit.read(AbsenceDesk.RECORD, id);
    return view(id);
  }

  List<Absences.Contact> contacts(UUID id) {
    offices.requireSight(absences.require(id));
    audit.read(AbsenceDesk.RECORD, id);
    return absences.contacts(id);
  }

  /** The absence as it stands today, for whoever has just acted on it. */
  AbsenceView view(UUID id) {
    return new Conditions(ON_A_DAY, clock.today())
        .and("a.absence_id = ?", id).list(database, "a.absence_id", 1, AbsenceList::onDay).stream()
            .map(this::seen)
            .findFirst()
            .orElseThrow();
  }

  Page<AbsenceView> page(AbsenceFilter filter, PageRequest page) {
    LocalDate day = filter.asOf == null ? clock.today() : filter.asOf;
    Conditions query = new Conditions(ON_A_DAY, day);
    if (offices.mayLook()) {
      scopes.pathPrefix().ifPresent(path -> at(query, filter.end, UNDER, path));
      wanted(query, filter, day);
    } else {
      query.and("a.member_id = ?", offices.ownId());
    }
    at(query, filter.end, filter.includeSubtree ? BELOW : " = ?", filter.organizationId);
    query.and("a.member_id = ?", filter.memberId);
    List<AbsenceOnDay> found = inOrder(query, filter.order, page);
    Page<AbsenceOnDay> cut = page.page(found, one -> cursor(one.absence(), filter.order));
    audit.read(AbsenceDesk.RECORD, cut.items().stream().map(one -> one.absence().id).toList());
    return new Page<>(cut.items().stream().map(this::seen).toList(), cut.nextCursor());
  }

  /** Those of the member who is calling, of whatever state and day; the latest first. */
  Page<AbsenceView> own(PageRequest page) {
    List<AbsenceOnDay> found =
        new Conditions(ON_A_DAY, clock.today())
            .and("a.member_id = ?", offices.ownId())
            .and("a.absence_id < ?", page.cursor().map(cursor -> cursor.uuid(0)).orElse(null))
            .list(database, "a.absence_id desc", page.fetchSize(), AbsenceList::onDay);
    Page<AbsenceOnDay> cut = page.page(found, one -> Cursor.of(one.absence().id));
    audit.read(AbsenceDesk.RECORD, cut.items().stream().map(one -> one.absence().id).toList());
    return new Page<>(cut.items().stream().map(this::seen).toList(), cut.nextCursor());
  }

  private List<AbsenceOnDay> inOrder(Conditions query, Order order, PageRequest page) {
    if (order == Order.entry) {
      query.and("a.absence_id > ?", page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
      return query.list(database, "a.absence_id", page.fetchSize(), AbsenceList::onDay);
    }
    query.and("a.state = ?", AbsenceState.CONFIRMED);
    page.cursor()
        .ifPresent(
            after ->
                query.and("(a.contact_due, a.absence_id) > (?, ?)", after.date(0), after.uuid(1)));
    return query.list(
        database, "a.contact_due, a.absence_id", page.fetchSize(), AbsenceList::onDay);
  }

  private static Cursor cursor(Absence last, Order order) {
    return order == Order.entry ? Cursor.of(last.id) : Cursor.of(last.contactDue, last.id);
  }

  private void wanted(Conditions query, AbsenceFilter filter, LocalDate day) {
    if (filter.pending) {
      query.and("a.state = ?", AbsenceState.REPORTED_BY_MEMBER);
      return;
    }
    query.and(AWAY, day, day);
    if (filter.overdue) {
      query.and(
          day.isBefore(clock.today())
              ? DUE_THEN + " < ?"
              : "a.state = 'CONFIRMED' and a.contact_due < ?",
          day);
    }
    query.and("a.state = 'CONFIRMED' and a.contact_due <= ?", filter.contactBy);
    if (filter.asked) {
      query.and(
          "a.host_id is not null and a.registration_id is null and a.state = ?",
          AbsenceState.CONFIRMED);
    }
    if (filter.transferDue) {
      query.and("a.registration_id is not null and a.transfer_from <= ? and not " + MOVING, day);
    }
  }

  /** At an end where the condition on its organisation holds; the host's only once confirmed. */
  private static void at(Conditions query, End end, String condition, Object value) {
    String home = "a.home_id" + condition;
    String host = "(a.host_id" + condition + " and a.state in ('CONFIRMED', 'ENDED'))";
    if (value == null || end == End.home) {
      query.and(home, value);
    } else if (end == End.host) {
      query.and(host, value);
    } else {
      query.and("(" + home + " or " + host + ")", value, value);
    }
  }

  private static String within(String condition) {
    return " in (select organization_id from organization_node where " + condition + ")";
  }

  private AbsenceView seen(AbsenceOnDay one) {
    boolean own = offices.isOwn(one.absence().memberId);
    byte[] where = one.absence().whereabouts;
    return AbsenceView.of(
        one,
        own ? persons.inTheClear(one.person()) : persons.seen(one.person()),
        own ? persons.openText(where) : persons.seenText(where).orElse(null));
  }

  private static AbsenceOnDay onDay(ResultSet row) throws SQLException {
    return new AbsenceOnDay(
        Absences.absence(row),
        SealedPerson.of(row),
        row.getObject("day", LocalDate.class),
        row.getObject("due_then", LocalDate.class),
        row.getBoolean("moving"));
  }
}
