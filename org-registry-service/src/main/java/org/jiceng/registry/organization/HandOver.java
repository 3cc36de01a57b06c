package org.jiceng.registry.organization;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.RegistryEvent.BuildingCovered;
import org.jiceng.events.RegistryEvent.PostAbolished;
import org.jiceng.events.RegistryEvent.PostVacated;
import org.jiceng.events.RegistryEvent.UnitCovered;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** What an organisation has, and what becomes of it when the organisation is dissolved. */
@ApplicationScoped
class HandOver {
  private static final String REASON = "ORGANIZATION_DISSOLVED";

  // Who covers a unit or a building is one organisation at each instant: the successor from the
  // very day on which the other is no more.
  private static final String COVER_UNITS =
      """
      update unit set covered_by = ?, covered_on = ?, version = version + 1
       where covered_by = ? and closed_on is null and (?::uuid[] is null or id = any (?::uuid[]))
      returning id""";
  private static final String COVER_BUILDINGS =
      """
      update building set covered_by = ?, covered_on = ?, version = version + 1
       where covered_by = ? and closed_on is null and (?::uuid[] is null or id = any (?::uuid[]))
      returning id""";

  // Nobody holds a post of an organisation that is no more, and no such post is vacant.
  private static final String END_APPOINTMENTS =
      """
      update appointment a set ended_on = ?, reason_code = ?
        from post p where p.appointment_id = a.id and p.organization_id = ?""";
  private static final String ABOLISH_POSTS =
      """
      update post
         set appointment_id = null, holder_id = null, filled_on = null, term_ends_on = null,
             vacated_on = case when appointment_id is null then vacated_on else ? end,
             abolished_on = ?, abolished_reason = ?, version = version + 1
       where organization_id = ? and abolished_on is null returning id, old.appointment_id""";

  private final Tables tables;
  private final AgroalDataSource dataSource;
  private final Outbox outbox;
  private final Audit audit;

  HandOver(Tables tables, AgroalDataSource dataSource, Outbox outbox, Audit audit) {
    this.tables = tables;
    this.dataSource = dataSource;
    this.outbox = outbox;
    this.audit = audit;
  }

  Holdings of(UUID organization) {
    Object[] same = Collections.nCopies(Holdings.PARAMETERS, organization).toArray();
    return tables.one(Holdings.SELECT, Holdings::of, same).orElseThrow();
  }

  /** The units that it covers. */
  List<UUID> units(UUID organization) {
    return covered("select id from unit where covered_by = ? and closed_on is null", organization);
  }

  /** The buildings that it covers. */
  List<UUID> buildings(UUID organization) {
    return covered(
        "select id from building where covered_by = ? and closed_on is null", organization);
  }

  private List<UUID> covered(String sql, UUID organization) {
    return tables.list(new Condition(sql).with(organization), "", HandOver::id);
  }

  /** Units that come under the coverage of another; null: all. */
  void units(UUID from, UUID to, Collection<UUID> only, LocalDate on) {
    String ids = literal(only);
    List<UUID> units = changed(COVER_UNITS, HandOver::id, to, on, from, ids, ids);
    audit.writeAll("cover", "unit", units);
    tell(units.stream().map(unit -> new UnitCovered(unit, to)).toList(), on);
  }

  /** Buildings that come under the coverage of another; null: all. */
  void buildings(UUID from, UUID to, Collection<UUID> only, LocalDate on) {
    String ids = literal(only);
    List<UUID> buildings = changed(COVER_BUILDINGS, HandOver::id, to, on, from, ids, ids);
    audit.writeAll("cover", "building", buildings);
    tell(buildings.stream().map(building -> new BuildingCovered(building, to)).toList(), on);
  }

  private static String literal(Collection<UUID> ids) {
    return ids == null
        ? null
        : ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  void posts(UUID organization, LocalDate on) {
    tables.change(END_APPOINTMENTS, on, REASON, organization);
    List<Left> left = changed(ABOLISH_POSTS, HandOver::left, on, on, REASON, organization);
    audit.writeAll("abolish", "post", left.stream().map(Left::id).toList());
    tell(
        left.stream()
            .filter(post -> post.appointment() != null)
            .map(post -> new PostVacated(post.id(), post.appointment(), REASON))
            .toList(),
        on);
    tell(left.stream().map(post -> new PostAbolished(post.id())).toList(), on);
  }

  /** A post that is no more, and the appointment that has ended with it. */
  private record Left(UUID id, UUID appointment) {}

  private static Left left(ResultSet row) throws SQLException {
    return new Left(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject(1, UUID.class);
  }

  private <T> List<T> changed(String sql, Tables.RowReader<T> reader, Object... values) {
    Condition update = new Condition(sql);
    Arrays.asList(values).forEach(update::with);
    return tables.list(update, "", reader);
  }

  /** Many events in one stream, in the transaction of their change. */
  private void tell(List<? extends DomainEvent> events, LocalDate on) {
    try (Connection connection = dataSource.getConnection();
        CopyStream stream = CopyStream.into(connection, "outbox", EventRow.COLUMNS)) {
      for (DomainEvent event : events) {
        stream.row(outbox.row(event, on).values());
      }
      stream.flush();
    } catch (SQLException e) {
      throw new IllegalStateException("the events could not be appended to the outbox", e);
    }
    outbox.ring();
  }
}
