package org.jiceng.member.mobile;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.database.DatabaseRefusal;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.membership.Discretion;
import org.jiceng.member.person.SealedPerson;

/** The mobile registrations there are, and were. */
@ApplicationScoped
class MobileRegistrations {
  private static final String BY_ID = "select * from mobile_registration where registration_id = ?";

  private static final String ON_A_DAY =
      """
      select r.* from mobile_registration r
        join organization_node o on o.organization_id = r.host_id
       where r.hosted_on <= ? and (r.ended_on is null or r.ended_on > ?)""";

  private static final String WITHIN =
      "o.path <@ (select path from organization_node where organization_id = ?)";

  // Whoever is about to end the present hosting goes first, or its end would not be seen.
  private static final String WAIT_FOR_ENDING =
      "select 1 from mobile_registration where id_index = ? and ended_on is null for share";

  private static final String OPEN =
      "select * from mobile_registration where id_index = ? and ended_on is null";

  private static final String EARLIER =
      """
      select * from mobile_registration where id_index = ? and ended_on is not null
       order by ended_on desc limit 1""";

  private static final String INSERT =
      """
      insert into mobile_registration (registration_id, id_index, id_number, name, phone,
                                       home_description, host_id, member_id, home_id, hosted_on,
                                       version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""";

  private static final String KEEP =
      """
      update mobile_registration
         set member_id = ?, home_id = ?, matched_on = ?, ended_on = ?, reason_code = ?, version = ?
       where registration_id = ?""";

  // By the ID number, whoever was known when; and by the member, if the number was put right since.
  private static final String OPEN_OF_MEMBER =
      """
      select * from mobile_registration
       where ended_on is null
         and (member_id = ? or id_index = (select id_index from member where member_id = ?))
       order by hosted_on, registration_id
         for no key update""";

  private final Database database;
  private final Discretion discretion;
  private final Scopes scopes;
  private final BusinessClock clock;

  MobileRegistrations(
      Database database, Discretion discretion, Scopes scopes, BusinessClock clock) {
    this.database = database;
    this.discretion = discretion;
    this.scopes = scopes;
    this.clock = clock;
  }

  MobileRegistration require(UUID id) {
    return database
        .first(BY_ID, MobileRegistrations::registration, id)
        .orElseThrow(Problem::notFound);
  }

  /** The registration, which is this transaction's to change until it ends; or 404. */
  MobileRegistration hold(UUID id) {
    return database
        .first(BY_ID + " for no key update", MobileRegistrations::registration, id)
        .orElseThrow(Problem::notFound);
  }

  /** The last hosting of that person that has ended, which the next may not overlap. */
  Optional<MobileRegistration> earlier(byte[] idIndex) {
    database.list(WAIT_FOR_ENDING, row -> 1, idIndex);
    return database.first(EARLIER, MobileRegistrations::registration, idIndex);
  }

  /** The present hosting of that person, if there is one. */
  Optional<MobileRegistration> open(byte[] idIndex) {
    return database.first(OPEN, MobileRegistrations::registration, idIndex);
  }

  /** A new registration; 409 when the person is hosted already. */
  void add(MobileRegistration added) {
    SealedPerson person = added.person;
    try {
      database.change(
          INSERT,
          added.id,
          person.idIndex(),
          person.idNumber(),
          person.name(),
          person.phone(),
          added.homeDescription,
          added.hostId,
          added.memberId,
          added.homeId,
          added.hostedOn);
    } catch (DatabaseRefusal e) {
      if (e.breaks("mobile_one_host")) {
        Problem reason = new Problem(MobileProblems.ALREADY_HOSTED).at("idNumber");
        throw discretion.about(reason, "idNumber", Hostings.RECORD);
      }
      throw e;
    }
  }

  /** The hosting of that member, if there is one now, which is this transaction's to change. */
  Optional<MobileRegistration> holdOpenOf(UUID memberId) {
    return database.first(OPEN_OF_MEMBER, MobileRegistrations::registration, memberId, memberId);
  }

  /** Keeps what has changed about it. */
  void keep(MobileRegistration changed) {
    database.change(
        KEEP,
        changed.memberId,
        changed.homeId,
        changed.matchedOn,
        changed.endedOn,
        changed.reasonCode,
        changed.version,
        changed.id);
  }

  /** Those hosted on a day, within the caller's scope; by id, which is by entry. */
  Page<MobileRegistration> page(RegistrationFilter filter, PageRequest page) {
    LocalDate asOf = filter.asOf == null ? clock.today() : filter.asOf;
    Conditions query =
        new Conditions(ON_A_DAY, asOf, asOf)
            .and("o.path <@ ?::ltree", scopes.pathPrefix().orElse(null))
            .and(filter.includeSubtree ? WITHIN : "r.host_id = ?", filter.hostId)
            .and("r.registration_id > ?", page.cursor().map(c -> c.uuid(0)).orElse(null));
    List<MobileRegistration> rows =
        query.list(
            database, "r.registration_id", page.fetchSize(), MobileRegistrations::registration);
    return page.page(rows, registration -> Cursor.of(registration.id));
  }

  private static MobileRegistration registration(ResultSet row) throws SQLException {
    MobileRegistration registration =
        new MobileRegistration(
            row.getObject("registration_id", UUID.class),
            SealedPerson.of(row),
            row.getBytes("home_description"),
            row.getObject("host_id", UUID.class),
            row.getObject("member_id", UUID.class),
            row.getObject("home_id", UUID.class),
            row.getObject("hosted_on", LocalDate.class));
    registration.matchedOn = row.getObject("matched_on", LocalDate.class);
    registration.endedOn = row.getObject("ended_on", LocalDate.class);
    registration.reasonCode = row.getString("reason_code");
    registration.version = row.getLong("version");
    return registration;
  }
}
