package org.jiceng.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** One member over HTTP, audited and decrypted, against the same select on bare connections. */
final class MemberReadRow implements Row {
  private static final int CLIENTS = 16;
  private static final String SELECT =
      """
      select member_id, id_number, name, phone, sex, ethnicity, education, birth_year, status,
             joined_on, confirmed_on, admitted_by, organization_id, affiliated_on, ended_on,
             end_reason, version
        from member where member_id = ?""";

  private final Stack stack;

  MemberReadRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "read";
  }

  @Override
  public String description() {
    return "read one member over HTTP, 16 clients, against the same select on 16 bare connections";
  }

  @Override
  public Result measure() throws Exception {
    try (Api api = stack.member()) {
      List<Members.Known> members = Members.some(api, 5_000);
      double reference =
          Clients.rate(CLIENTS, client -> new Bare(stack.database("jiceng_member"), members));
      double figure =
          Clients.rate(CLIENTS, client -> () -> api.get("members/" + any(members).id()));
      return new Result(name(), figure, reference, "reads/s", Result.Bound.AT_LEAST, 0.50);
    }
  }

  private static Members.Known any(List<Members.Known> members) {
    return members.get(ThreadLocalRandom.current().nextInt(members.size()));
  }

  private static final class Bare implements Clients.Work {
    private final Connection connection;
    private final PreparedStatement select;
    private final List<Members.Known> members;

    Bare(Connection connection, List<Members.Known> members) throws Exception {
      this.connection = connection;
      this.select = connection.prepareStatement(SELECT);
      this.members = members;
    }

    @Override
    public void once() throws Exception {
      select.setObject(1, UUID.fromString(any(members).id()));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || row.getBytes(2) == null) {
          throw new IllegalStateException("the member is not there");
        }
      }
    }

    @Override
    public void close() throws Exception {
      connection.close();
    }
  }
}
