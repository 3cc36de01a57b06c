package org.jiceng.registry.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.events.RegistryEvent;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.registry.register.Register.Difference;

/** Makes what is stored what the register says, and tells of it. */
final class RegisterChanges {
  private static final String EVENTS =
      """
      select no, difference, record_id, kind_after, area_after, staff_after
        from register_diff where no > ? order by no limit 5000""";

  private final Connection connection;
  private final RegisterRequest request;
  private final Register register;

  RegisterChanges(Connection connection, RegisterRequest request, Register register) {
    this.connection = connection;
    this.request = request;
    this.register = register;
  }

  /** A comparison with what is no longer so changes nothing. */
  void apply(RegisterComparison counts, Outbox outbox, ImportErrors errors) throws SQLException {
    dated(register.register());
    long changed = dated(register.change());
    long closed = dated(register.close());
    if (changed != counts.changed() + counts.reopened() || closed != counts.gone()) {
      errors.add(0, null, "data-conflict");
      return;
    }
    try (Telling telling = new Telling(connection, outbox, request.on())) {
      register.endBeforeClosing(connection, telling);
      long after = 0;
      for (List<Told> some = told(after); !some.isEmpty(); some = told(after)) {
        for (Told one : some) {
          telling.tell(one.event());
          after = one.no();
        }
      }
    }
  }

  private long dated(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, request.on());
      return statement.executeLargeUpdate();
    }
  }

  private record Told(long no, RegistryEvent event) {}

  private List<Told> told(long after) throws SQLException {
    List<Told> some = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
      select.setLong(1, after);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Difference difference = Difference.valueOf(row.getString("difference"));
          some.add(new Told(row.getLong("no"), register.event(difference, row)));
        }
      }
    }
    return some;
  }
}
