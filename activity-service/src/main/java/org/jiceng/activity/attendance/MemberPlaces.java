package org.jiceng.activity.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiceng.events.Contract;
import org.jiceng.events.MemberEvent;
import org.jiceng.events.MemberEvent.AbsenceEnded;
import org.jiceng.events.MemberEvent.AbsenceMatched;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberReassigned;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.MembershipRestored;
import org.jiceng.events.MemberEvent.MobileHostChanged;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.EventHandler;

/**
 * Folds the members' events into the service's own copy of where members are affiliated and who
 * hosts whom. A hosting and its match with an absence come in any order; what is told of one member
 * comes in its own.
 */
@ApplicationScoped
public class MemberPlaces implements EventHandler {
  private static final Set<String> WANTED =
      Stream.of(
              MemberAdmitted.class,
              TransferCompleted.class,
              MemberReassigned.class,
              MembershipEnded.class,
              MembershipRestored.class,
              AffiliationEntered.class,
              AffiliationRevoked.class,
              MobileMemberHosted.class,
              MobileHostChanged.class,
              MobileHostingEnded.class,
              AbsenceMatched.class,
              AbsenceEnded.class)
          .map(type -> type.getAnnotation(Contract.class).value())
          .collect(Collectors.toUnmodifiableSet());

  private static final String OPEN =
      "insert into member_stay (member_id, organization_id, valid_from, valid_to) values (?, ?, ?, ?)";
  private static final String CLOSE =
      "update member_stay set valid_to = ? where member_id = ? and valid_to is null";
  private static final String REVOKE =
      """
      delete from member_stay
       where member_id = ? and organization_id = ? and valid_from = ?
         and valid_to is not distinct from ?""";
  private static final String HOST =
      """
      insert into hosted_person (registration_id, host_id, hosted_on) values (?, ?, ?)
      on conflict (registration_id) do update
        set host_id = excluded.host_id, hosted_on = excluded.hosted_on""";
  private static final String CHANGE_HOST =
      "update hosted_person set host_id = ? where registration_id = ?";
  private static final String END_HOSTING =
      "update hosted_person set ended_on = ? where registration_id = ?";
  private static final String MATCH =
      """
      insert into hosted_person (registration_id, host_id, hosted_on, member_id)
      values (?, ?, ?, ?)
      on conflict (registration_id) do update set member_id = excluded.member_id""";
  private static final String UNMATCH =
      "update hosted_person set member_id = null where member_id = ? and ended_on is null";

  @Override
  public String name() {
    return "member-places";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.MEMBER);
  }

  @Override
  public boolean wants(String type) {
    return WANTED.contains(type);
  }

  @Override
  public void apply(List<RecordedEvent> batch, Connection connection) throws SQLException {
    try (PreparedStatement open = connection.prepareStatement(OPEN)) {
      boolean pending = false;
      for (RecordedEvent event : batch) {
        if (event.data() instanceof MemberAdmitted e) {
          set(open, e.memberId(), e.organizationId(), event.effectiveOn(), null);
          open.addBatch();
          pending = true;
        } else if (event.data() instanceof MemberEvent change) {
          if (pending) {
            open.executeBatch();
            pending = false;
          }
          change(connection, change, event.effectiveOn());
        }
      }
      if (pending) {
        open.executeBatch();
      }
    }
  }

  private static void change(Connection connection, MemberEvent change, LocalDate on)
      throws SQLException {
    if (change instanceof TransferCompleted e) {
      move(connection, e.memberId(), e.destinationId(), on);
    } else if (change instanceof MemberReassigned e) {
      move(connection, e.memberId(), e.destinationId(), on);
    } else if (change instanceof MembershipEnded e) {
      run(connection, CLOSE, on, e.memberId());
    } else if (change instanceof MembershipRestored e) {
      run(connection, OPEN, e.memberId(), e.organizationId(), on, null);
    } else if (change instanceof AffiliationEntered e) {
      run(connection, OPEN, e.memberId(), e.organizationId(), e.from(), e.to());
    } else if (change instanceof AffiliationRevoked e) {
      run(connection, REVOKE, e.memberId(), e.organizationId(), e.from(), e.to());
    } else {
      hosted(connection, change, on);
    }
  }

  private static void hosted(Connection connection, MemberEvent change, LocalDate on)
      throws SQLException {
    if (change instanceof MobileMemberHosted e) {
      run(connection, HOST, e.registrationId(), e.hostId(), on);
    } else if (change instanceof MobileHostChanged e) {
      run(connection, CHANGE_HOST, e.hostId(), e.registrationId());
    } else if (change instanceof MobileHostingEnded e) {
      run(connection, END_HOSTING, on, e.registrationId());
    } else if (change instanceof AbsenceMatched e) {
      run(connection, MATCH, e.registrationId(), e.hostId(), on, e.memberId());
    } else if (change instanceof AbsenceEnded e) {
      run(connection, UNMATCH, e.memberId());
    }
  }

  private static void move(Connection connection, UUID member, UUID organization, LocalDate on)
      throws SQLException {
    run(connection, CLOSE, on, member);
    run(connection, OPEN, member, organization, on, null);
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      set(change, values);
      change.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
