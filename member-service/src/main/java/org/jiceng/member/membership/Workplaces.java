package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.WorkplaceChanged;
import org.jiceng.kit.database.Database;

/** Where members worked, from when to when, and since when that is known. */
@ApplicationScoped
class Workplaces {
  private static final String CLOSE =
      """
      update workplace set valid_to = ?, ended_at = now()
       where member_id = ? and valid_to is null""";

  private static final String OPEN =
      "insert into workplace (member_id, unit_id, valid_from) values (?, ?, ?)";

  private static final String ALL =
      """
      select unit_id, valid_from, valid_to from workplace
       where member_id = ? order by valid_from, valid_to nulls last""";

  private final Database database;

  Workplaces(Database database) {
    this.database = database;
  }

  /** Works there, or nowhere, from that day on and no longer where it was before. */
  void change(WorkplaceChanged event, LocalDate on) {
    end(event.memberId(), on);
    if (event.unitId() != null) {
      database.change(OPEN, event.memberId(), event.unitId(), on);
    }
  }

  /** Works nowhere from that day on. */
  void end(UUID memberId, LocalDate on) {
    database.change(CLOSE, on, memberId);
  }

  /** Where the member worked, from the first on. */
  List<Workplace> of(UUID memberId) {
    return database.list(ALL, Workplace::of, memberId);
  }
}
