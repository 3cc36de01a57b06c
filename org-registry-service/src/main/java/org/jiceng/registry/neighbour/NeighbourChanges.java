package org.jiceng.registry.neighbour;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What a batch of events makes of the copy; the last word on each record counts. */
final class NeighbourChanges {
  private static final String PUT =
      """
      insert into neighbour_record (record_id, kind, organization_id, destination_id, ends_at,
                                    probationary)
      select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::timestamptz[],
                           ?::boolean[])
      on conflict (record_id) do update
        set organization_id = excluded.organization_id, destination_id = excluded.destination_id,
            ends_at = excluded.ends_at, probationary = excluded.probationary""";
  // Whether on probation is known from before; the stay alone has been told anew.
  private static final String ENTER =
      """
      insert into neighbour_record (record_id, kind, organization_id)
      select record_id, 'MEMBER', organization_id
        from unnest(?::uuid[], ?::uuid[]) e (record_id, organization_id)
      on conflict (record_id) do update
        set organization_id = excluded.organization_id, ends_at = null""";
  private static final String HAND_OVER =
      """
      update neighbour_record n set organization_id = h.organization_id
        from unnest(?::uuid[], ?::uuid[]) h (record_id, organization_id)
       where n.record_id = h.record_id""";
  private static final String CONFIRM =
      """
      update neighbour_record n set probationary = not c.confirmed
        from unnest(?::uuid[], ?::boolean[]) c (record_id, confirmed)
       where n.record_id = c.record_id""";
  private static final String LEAVE =
      """
      update neighbour_record n set ends_at = l.ends_at
        from unnest(?::uuid[], ?::timestamptz[]) l (record_id, ends_at)
       where n.record_id = l.record_id""";
  // Who has left counts no more anyway; it is only kept no longer than needed, which is until the
  // right stay has come after a wrong one.
  private static final String FORGET =
      """
      delete from neighbour_record
       where kind = 'MEMBER' and ends_at <= now() - interval '1 day'""";
  private static final String REMOVE = "delete from neighbour_record where record_id = any (?)";

  private final Map<UUID, NeighbourRecord> put = new HashMap<>();
  private final Map<UUID, UUID> entered = new HashMap<>();
  private final Map<UUID, UUID> handedOver = new HashMap<>();
  private final Map<UUID, Boolean> confirmed = new HashMap<>();
  private final Map<UUID, Instant> leaving = new HashMap<>();
  private final Set<UUID> removed = new HashSet<>();

  void put(NeighbourRecord record) {
    put.put(record.id(), record);
    removed.remove(record.id());
    leaving.remove(record.id());
    entered.remove(record.id());
  }

  /** A member of that organisation, as has been told anew, and else as before. */
  void enter(UUID id, UUID organization) {
    leaving.remove(id);
    handedOver.remove(id);
    NeighbourRecord here = put.get(id);
    if (here != null) {
      put.put(id, here.handedTo(organization).until(null));
    } else if (removed.remove(id)) {
      put.put(id, NeighbourRecord.of(id, NeighbourRecord.Kind.MEMBER, organization));
    } else {
      entered.put(id, organization);
    }
  }

  /** Another organisation's from now on, and else as it was. */
  void handOver(UUID id, UUID organization) {
    NeighbourRecord here = put.get(id);
    if (here == null) {
      handedOver.put(id, organization);
    } else {
      put.put(id, here.handedTo(organization));
    }
  }

  /** A full member from now on, or on probation again, since there was no confirmation. */
  void confirm(UUID id, boolean full) {
    NeighbourRecord here = put.get(id);
    if (here == null) {
      confirmed.put(id, full);
    } else {
      put.put(id, here.confirmed(full));
    }
  }

  /** Here until then, and no longer. */
  void leave(UUID id, Instant end) {
    NeighbourRecord here = put.get(id);
    if (here == null) {
      leaving.put(id, end);
    } else {
      put.put(id, here.until(end));
    }
  }

  void remove(UUID id) {
    put.remove(id);
    leaving.remove(id);
    handedOver.remove(id);
    entered.remove(id);
    removed.add(id);
  }

  void store(Connection connection) throws SQLException {
    List<NeighbourRecord> records = new ArrayList<>(put.values());
    if (!records.isEmpty()) {
      try (PreparedStatement upsert = connection.prepareStatement(PUT)) {
        array(upsert, 1, "uuid", records, NeighbourRecord::id);
        array(upsert, 2, "text", records, record -> record.kind().name());
        array(upsert, 3, "uuid", records, NeighbourRecord::organizationId);
        array(upsert, 4, "uuid", records, NeighbourRecord::destinationId);
        array(
            upsert,
            5,
            "text",
            records,
            record -> record.endsAt() == null ? null : record.endsAt().toString());
        array(upsert, 6, "boolean", records, NeighbourRecord::probationary);
        upsert.executeUpdate();
      }
    }
    place(connection, ENTER, entered);
    place(connection, HAND_OVER, handedOver);
    if (!confirmed.isEmpty()) {
      try (PreparedStatement update = connection.prepareStatement(CONFIRM)) {
        List<UUID> ids = List.copyOf(confirmed.keySet());
        array(update, 1, "uuid", ids, id -> id);
        array(update, 2, "boolean", ids, confirmed::get);
        update.executeUpdate();
      }
    }
    if (!leaving.isEmpty()) {
      List<UUID> ids = List.copyOf(leaving.keySet());
      try (PreparedStatement update = connection.prepareStatement(LEAVE);
          PreparedStatement forget = connection.prepareStatement(FORGET)) {
        array(update, 1, "uuid", ids, id -> id);
        array(update, 2, "text", ids, id -> leaving.get(id).toString());
        update.executeUpdate();
        forget.executeUpdate();
      }
    }
    if (!removed.isEmpty()) {
      try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
        array(delete, 1, "uuid", removed, id -> id);
        delete.executeUpdate();
      }
    }
  }

  private static void place(Connection connection, String sql, Map<UUID, UUID> organizations)
      throws SQLException {
    if (!organizations.isEmpty()) {
      List<UUID> ids = List.copyOf(organizations.keySet());
      try (PreparedStatement change = connection.prepareStatement(sql)) {
        array(change, 1, "uuid", ids, id -> id);
        array(change, 2, "uuid", ids, organizations::get);
        change.executeUpdate();
      }
    }
  }

  private static <T> void array(
      PreparedStatement statement,
      int index,
      String type,
      Collection<T> values,
      Function<T, Object> part)
      throws SQLException {
    Object[] parts = values.stream().map(part).toArray();
    statement.setArray(index, statement.getConnection().createArrayOf(type, parts));
  }
}
