package org.jiceng.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A whole transfer over HTTP against the same rows written by the same transactions on bare
 * connections, in tables of the same shape: no HTTP, no ORM, no events.
 */
final class TransferRow implements Row {
  private static final int CLIENTS = 16;
  private static final int MEMBERS = 60_000;

  private final Stack stack;

  TransferRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "transfer";
  }

  @Override
  public String description() {
    return "request, approve and receive over HTTP, 16 clients, against the same SQL on 16 bare connections";
  }

  @Override
  public Result measure() throws Exception {
    try (Api api = stack.member()) {
      List<Members.Known> members = Members.some(api, MEMBERS);
      double reference = reference(members);
      AtomicInteger next = new AtomicInteger();
      double figure = Clients.rate(CLIENTS, client -> () -> transfer(api, members, next));
      return new Result(name(), figure, reference, "transfers/s", Result.Bound.AT_LEAST, 0.60);
    }
  }

  /** Moves the next member to where the one before is affiliated. */
  static void transfer(Api api, List<Members.Known> members, AtomicInteger next) throws Exception {
    int n = next.incrementAndGet() % members.size();
    Members.Known member = members.get(n);
    String destination = elsewhere(members, n);
    Api.Answer requested =
        api.post("transfers", Map.of("memberId", member.id(), "destinationId", destination));
    String path = "transfers/" + requested.json().get("id").asText();
    Api.Answer approved =
        api.post(path + "/approval", Map.of(), Map.of("If-Match", requested.etag()));
    api.post(path + "/receipt", Map.of(), Map.of("If-Match", approved.etag()));
  }

  private static String elsewhere(List<Members.Known> members, int n) {
    String home = members.get(n).organizationId();
    for (int i = 1; i < members.size(); i++) {
      String other = members.get((n + i) % members.size()).organizationId();
      if (!other.equals(home)) {
        return other;
      }
    }
    throw new IllegalStateException("all members are in one organisation");
  }

  private double reference(List<Members.Known> members) throws Exception {
    try (Connection connection = stack.database("jiceng_member");
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists bench_reference cascade");
      statement.execute("create schema bench_reference");
      for (String table : List.of("member", "affiliation", "transfer")) {
        statement.execute(
            "create table bench_reference.%s (like public.%s including all)"
                .formatted(table, table));
      }
      statement.execute("insert into bench_reference.member select * from public.member");
      statement.execute("insert into bench_reference.affiliation select * from public.affiliation");
      statement.execute("analyze bench_reference.member");
      try {
        AtomicInteger next = new AtomicInteger();
        return Clients.rate(
            CLIENTS, client -> new Bare(stack.database("jiceng_member"), members, next));
      } finally {
        statement.execute("drop schema bench_reference cascade");
      }
    }
  }

  private static final class Bare implements Clients.Work {
    private final Connection connection;
    private final List<Members.Known> members;
    private final AtomicInteger next;
    private final PreparedStatement request;
    private final PreparedStatement holdTransfer;
    private final PreparedStatement approve;
    private final PreparedStatement holdMember;
    private final PreparedStatement leave;
    private final PreparedStatement arrive;
    private final PreparedStatement move;
    private final PreparedStatement complete;

    Bare(Connection connection, List<Members.Known> members, AtomicInteger next)
        throws SQLException {
      this.connection = connection;
      this.members = members;
      this.next = next;
      connection.setAutoCommit(false);
      connection.setSchema("bench_reference");
      request =
          prepare(
              """
              insert into transfer (transfer_id, member_id, source_id, destination_id, state,
                                    requested_on, waiting_since, act_until, due_on, escalate_on,
                                    version)
              values (?, ?, ?, ?, 'REQUESTED', current_date, current_date, current_date + 30,
                      current_date + 7, current_date + 21, 0)""");
      holdTransfer = prepare("select * from transfer where transfer_id = ? for update");
      approve =
          prepare(
              """
              update transfer set state = 'APPROVED', letter_number = ?, approved_on = current_date,
                     valid_until = current_date + 90, act_until = current_date + 90,
                     issue = 1, version = version + 1
               where transfer_id = ?""");
      holdMember = prepare("select * from member where member_id = ? for update");
      leave =
          prepare(
              """
              update affiliation set valid_to = current_date
               where member_id = ? and valid_to is null""");
      arrive =
          prepare(
              """
              insert into affiliation (member_id, organization_id, valid_from)
              values (?, ?, current_date)""");
      move =
          prepare(
              """
              update member set organization_id = ?, affiliated_on = current_date,
                     version = version + 1 where member_id = ?""");
      complete =
          prepare(
              """
              update transfer set state = 'COMPLETED', closed_on = current_date, act_until = null,
                     version = version + 1 where transfer_id = ?""");
    }

    private PreparedStatement prepare(String sql) throws SQLException {
      return connection.prepareStatement(sql);
    }

    @Override
    public void once() throws Exception {
      int n = next.incrementAndGet() % members.size();
      UUID member = UUID.fromString(members.get(n).id());
      UUID source = UUID.fromString(members.get(n).organizationId());
      UUID destination = UUID.fromString(elsewhere(members, n));
      UUID transfer = UUID.randomUUID();
      run(request, transfer, member, source, destination);
      connection.commit();
      run(holdTransfer, transfer);
      run(approve, transfer.toString(), transfer);
      connection.commit();
      run(holdTransfer, transfer);
      run(holdMember, member);
      run(leave, member);
      run(arrive, member, destination);
      run(move, destination, member);
      run(complete, transfer);
      connection.commit();
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }

    @Override
    public void close() throws SQLException {
      connection.rollback();
      connection.close();
    }
  }
}
