package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberProfileChanged;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.imports.CopyStream;

/** What members are in the codes of the standards, by day and by what said so. */
final class PersonTable {
  private final String schema;
  private final Connection connection;

  PersonTable(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
  }

  void write(List<RecordedEvent> batch) throws SQLException {
    List<RecordedEvent> telling = batch.stream().filter(PersonTable::tellsOfPerson).toList();
    if (telling.isEmpty()) {
      return;
    }
    try (CopyStream persons =
        CopyStream.into(
            connection,
            schema + ".person",
            "member_id",
            "effective_on",
            "sex",
            "ethnicity",
            "education",
            "birth_year",
            "recorded_at",
            "topic",
            "sequence")) {
      for (RecordedEvent event : telling) {
        MemberProfileChanged profile = profile(event);
        persons
            .add(profile.memberId())
            .add(event.effectiveOn())
            .add(profile.sex())
            .add(profile.ethnicity())
            .add(profile.education())
            .add(profile.birthYear())
            .add(event.recordedAt())
            .add(Topic.of(event.data()))
            .add(event.sequence())
            .endRow();
      }
    }
  }

  private static boolean tellsOfPerson(RecordedEvent event) {
    return event.data() instanceof MemberAdmitted || event.data() instanceof MemberProfileChanged;
  }

  private static MemberProfileChanged profile(RecordedEvent event) {
    return event.data() instanceof MemberAdmitted admitted
        ? new MemberProfileChanged(
            admitted.memberId(),
            admitted.sex(),
            admitted.ethnicity(),
            admitted.education(),
            admitted.birthYear())
        : (MemberProfileChanged) event.data();
  }
}
