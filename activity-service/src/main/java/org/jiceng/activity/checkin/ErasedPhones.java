package org.jiceng.activity.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.events.Contract;
import org.jiceng.events.MemberEvent.PersonErased;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.EventHandler;

/**
 * Forgets the phones of a person whom the member service has erased: a public key leads to a phone,
 * and so to whoever carries it. That somebody checked in stays, by ids that lead to nobody.
 */
@ApplicationScoped
public class ErasedPhones implements EventHandler {
  private static final String ERASED = PersonErased.class.getAnnotation(Contract.class).value();

  private static final String FORGET =
      """
      update device_key
         set thumbprint = null, jwk = null,
             revoked_at = coalesce(revoked_at, greatest(now(), registered_at))
       where member_id = any (?) and jwk is not null""";

  @Override
  public String name() {
    return "erased-phones";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.MEMBER);
  }

  @Override
  public boolean wants(String type) {
    return type.equals(ERASED);
  }

  @Override
  public void apply(List<RecordedEvent> batch, Connection connection) throws SQLException {
    UUID[] members =
        batch.stream()
            .map(RecordedEvent::data)
            .flatMap(e -> e instanceof PersonErased it ? Stream.of(it.memberId()) : Stream.empty())
            .toArray(UUID[]::new);
    try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setArray(1, connection.createArrayOf("uuid", members));
      forget.executeUpdate();
    }
  }
}
