package org.jiceng.member.succession;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MembersFollowed;
import org.jiceng.events.RegistryEvent.ReorganizationDecided;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.succession.Follower;

/**
 * Moves members first, then the open transfers, hostings and absences that depend on where they
 * are.
 */
@ApplicationScoped
public class MemberFollower implements Follower {
  private static final String ASSIGN =
      """
      insert into assignment (reorganization_id, member_id, organization_id) values (?, ?, ?)
      on conflict do nothing""";

  private static final String LATE =
      """
      select distinct s.reorganization_id
        from succession s join reorganization r using (reorganization_id)
       where s.heir_id is not null and r.followed_at is not null
         and (exists (select 1 from member m
                       where m.organization_id = s.organization_id and m.ended_on is null)
           or exists (select 1 from mobile_registration h
                       where h.host_id = s.organization_id and h.ended_on is null)
           or exists (select 1 from transfer t
                       where t.destination_id = s.organization_id
                         and t.state in ('REQUESTED', 'APPROVED', 'RETURNED')))""";

  private final MovingMembers members;
  private final MovingLeavers leavers;
  private final MovingTransfers transfers;
  private final MovingRegistrations registrations;
  private final MovingAbsences absences;
  private final Database database;

  MemberFollower(
      MovingMembers members,
      MovingLeavers leavers,
      MovingTransfers transfers,
      MovingRegistrations registrations,
      MovingAbsences absences,
      Database database) {
    this.members = members;
    this.leavers = leavers;
    this.transfers = transfers;
    this.registrations = registrations;
    this.absences = absences;
    this.database = database;
  }

  @Override
  public void decided(ReorganizationDecided decision, Connection connection) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ASSIGN)) {
      for (Map.Entry<UUID, UUID> assignment : decision.assignments().entrySet()) {
        insert.setObject(1, decision.reorganizationId());
        insert.setObject(2, assignment.getKey());
        insert.setObject(3, assignment.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public Map<String, Long> follow(UUID reorganizationId, int limit) {
    Map<String, Long> moved = new TreeMap<>();
    moved.put("members", members.move(reorganizationId, limit) + leavers.move(reorganizationId));
    moved.put("transfers", transfers.redirect(reorganizationId));
    moved.put("registrations", registrations.move(reorganizationId, limit));
    moved.put("absences", absences.move(reorganizationId, limit));
    moved.values().removeIf(count -> count == 0);
    return moved;
  }

  @Override
  public List<UUID> late() {
    return database.list(LATE, row -> row.getObject(1, UUID.class));
  }

  @Override
  public DomainEvent followed(UUID reorganizationId, boolean complete, Map<String, Long> counts) {
    return new MembersFollowed(reorganizationId, complete, counts);
  }
}
