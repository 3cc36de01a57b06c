package org.jiceng.registry.gap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.WorkplaceChanged;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.EventHandler;

/**
 * Keeps in which unit each member works, and how many work in each. Whose membership ended, for
 * whatever reason, works nowhere; a unit that the registry does not know is remembered and counted
 * nowhere.
 */
@ApplicationScoped
public class WorkplaceCopy implements EventHandler {
  // Several read the log side by side, and commands and files change units meanwhile. Who would
  // have to wait for a unit tries again later instead, so that nobody waits for one another.
  private static final String HOLD =
      """
      with touched as (
        select unnest(?::uuid[]) as id
        union select unit_id from workplace where member_id = any (?))
      select id from unit where id in (select id from touched)
       order by id for no key update nowait""";
  private static final String LEAVE = "delete from workplace where member_id = any (?)";
  private static final String ENTER =
      """
      insert into workplace (member_id, unit_id) select * from unnest(?::uuid[], ?::uuid[])""";
  private static final String COUNT =
      """
      update unit set member_count = counted.members
        from (select held.id,
                     (select count(*) from workplace w where w.unit_id = held.id) as members
                from unnest(?::uuid[]) held (id)) counted
       where unit.id = counted.id and unit.member_count <> counted.members""";

  @Override
  public String name() {
    return "workplace-copy";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.MEMBER);
  }

  @Override
  public boolean wants(String type) {
    return type.startsWith("org.jiceng.member.workplace-changed.")
        || type.startsWith("org.jiceng.member.membership-ended.");
  }

  @Override
  public void apply(List<RecordedEvent> batch, Connection connection) throws SQLException {
    Map<UUID, Optional<UUID>> last = new HashMap<>();
    batch.forEach(event -> lastWord(event.data(), last));
    List<UUID> members = last.keySet().stream().filter(id -> last.get(id).isPresent()).toList();
    List<UUID> units = members.stream().map(id -> last.get(id).orElseThrow()).toList();
    List<UUID> held = hold(connection, units, last.keySet());
    run(connection, LEAVE, last.keySet());
    run(connection, ENTER, members, units);
    run(connection, COUNT, held);
  }

  private static void lastWord(DomainEvent event, Map<UUID, Optional<UUID>> last) {
    if (event instanceof WorkplaceChanged e) {
      last.put(e.memberId(), Optional.ofNullable(e.unitId()));
    } else if (event instanceof MembershipEnded e) {
      last.put(e.memberId(), Optional.empty());
    }
  }

  /** The units that gain or lose someone, held until the end of the transaction. */
  private static List<UUID> hold(
      Connection connection, Collection<UUID> units, Collection<UUID> members) throws SQLException {
    try (PreparedStatement select = prepare(connection, HOLD, List.of(units, members));
        ResultSet rows = select.executeQuery()) {
      List<UUID> held = new ArrayList<>();
      while (rows.next()) {
        held.add(rows.getObject(1, UUID.class));
      }
      return held;
    }
  }

  @SafeVarargs
  private static void run(Connection connection, String sql, Collection<UUID>... ids)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, List.of(ids))) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, List<Collection<UUID>> ids) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < ids.size(); i++) {
      statement.setArray(i + 1, connection.createArrayOf("uuid", ids.get(i).toArray()));
    }
    return statement;
  }
}
