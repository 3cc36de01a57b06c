package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.kit.database.Database;
import org.jiceng.member.person.SealedPerson;

/** Whom transfers are about: the member, or who is still on the way in. */
@ApplicationScoped
class TransferNames {
  private static final String SELECT =
      """
      select t.transfer_id, coalesce(m.id_index, i.id_index) as id_index,
             coalesce(m.id_number, i.id_number) as id_number,
             coalesce(m.name, i.name) as name, coalesce(m.phone, i.phone) as phone
        from transfer t
        left join member m using (member_id)
        left join incoming_person i using (transfer_id)
       where t.transfer_id = any (?) and (m.member_id is not null or i.transfer_id is not null)""";

  private final Database database;

  TransferNames(Database database) {
    this.database = database;
  }

  private record Named(UUID transferId, SealedPerson person) {
    static Named of(ResultSet row) throws SQLException {
      return new Named(row.getObject("transfer_id", UUID.class), SealedPerson.of(row));
    }
  }

  /** By transfer; whoever was on the way in and has been forgotten is missing. */
  Map<UUID, SealedPerson> of(List<UUID> transferIds) {
    return database.list(SELECT, Named::of, transferIds).stream()
        .collect(Collectors.toMap(Named::transferId, Named::person));
  }
}
