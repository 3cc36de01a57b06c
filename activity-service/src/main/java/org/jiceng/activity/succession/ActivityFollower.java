package org.jiceng.activity.succession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.activity.succession.Heirloom.Handed;
import org.jiceng.events.ActivityEvent.ActivitiesFollowed;
import org.jiceng.events.DomainEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.succession.Follower;
import org.jiceng.kit.time.BusinessClock;

/** Hands what an organisation had over to its heir. */
@ApplicationScoped
public class ActivityFollower implements Follower {
  private static final String LATE =
      """
      select distinct s.reorganization_id
        from succession s join reorganization r using (reorganization_id)
       where s.heir_id is not null and r.followed_at is not null and (%s)"""
          .formatted(
              Arrays.stream(Heirloom.values())
                  .map(heirloom -> heirloom.left)
                  .collect(Collectors.joining(" or ")));

  private final EntityManager entities;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  ActivityFollower(EntityManager entities, Outbox outbox, Audit audit, BusinessClock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Map<String, Long> follow(UUID reorganizationId, int limit) {
    Map<String, Long> handed = new TreeMap<>();
    for (Heirloom heirloom : Heirloom.values()) {
      handed.put(heirloom.counted, handOver(heirloom, reorganizationId, limit));
    }
    handed.values().removeIf(count -> count == 0);
    return handed;
  }

  @Override
  public List<UUID> late() {
    return entities.createNativeQuery(LATE, UUID.class).getResultList();
  }

  @Override
  public DomainEvent followed(UUID reorganizationId, boolean complete, Map<String, Long> counts) {
    return new ActivitiesFollowed(reorganizationId, complete, counts);
  }

  private long handOver(Heirloom heirloom, UUID reorganizationId, int limit) {
    List<Object[]> rows =
        entities
            .createNativeQuery(heirloom.handOver, Object[].class)
            .setParameter(1, reorganizationId)
            .setParameter(2, clock.zone().getId())
            .setParameter(3, limit)
            .getResultList();
    for (Object[] row : rows) {
      outbox.append(heirloom.event(handed(row, reorganizationId)), date(row[3]));
    }
    audit.writeAll("hand-over", heirloom.record, rows.stream().map(row -> row[0]).toList());
    return rows.size();
  }

  private static Handed handed(Object[] row, UUID reorganizationId) {
    boolean ofASpace = row.length > 4;
    return new Handed(
        (UUID) row[0],
        reorganizationId,
        (UUID) row[1],
        (UUID) row[2],
        ofASpace ? (UUID) row[4] : null,
        ofASpace ? (UUID) row[5] : null);
  }

  private static LocalDate date(Object value) {
    return value instanceof Date day ? day.toLocalDate() : (LocalDate) value;
  }
}
