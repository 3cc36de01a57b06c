package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;

/** The batches there are, who is in them and how far they have come. */
@ApplicationScoped
class Batches {
  private static final String BY_ID = "select * from transfer_batch where batch_id = ?";

  private static final String INSERT =
      """
      insert into transfer_batch (batch_id, source_id, destination_id, requested_on, reason)
      values (?, ?, ?, ?, ?::bytea)""";

  private static final String SKIP =
      """
      insert into transfer_batch_skip (batch_id, member_id, code)
      select ?, member_id, ? from unnest(?::uuid[]) as skipped (member_id)""";

  private static final String SKIPPED =
      "select member_id, code from transfer_batch_skip where batch_id = ? order by member_id";

  private static final String COUNTS =
      "select state, count(*) from transfer where batch_id = ? group by state";

  // Members are held in one order, so that batches and reorganisations take turns.
  private static final String CANDIDATES =
      """
      select m.member_id, m.affiliated_on, m.suspended_on is not null as suspended,
             exists (select 1 from transfer t where t.member_id = m.member_id
                      and t.state in ('REQUESTED', 'APPROVED', 'RETURNED')) as in_transfer
        from member m
       where m.ended_on is null""";

  private final Database database;

  Batches(Database database) {
    this.database = database;
  }

  Batch require(UUID id) {
    return database.first(BY_ID, Batches::batch, id).orElseThrow(Problem::notFound);
  }

  /** The present members of the source, or those of them, who are this transaction's to move. */
  List<Batch.Candidate> holdCandidates(UUID sourceId, Collection<UUID> memberIds, int limit) {
    return new Conditions(CANDIDATES)
        .and("m.organization_id = ?", sourceId)
        .and("m.member_id = any (?)", memberIds)
        .list(database, "m.member_id", limit, "for no key update of m", Batches::candidate);
  }

  void add(Batch batch) {
    database.change(
        INSERT,
        batch.id(),
        batch.sourceId(),
        batch.destinationId(),
        batch.requestedOn(),
        batch.reason());
  }

  void skip(Batch batch, List<Batch.Skipped> skipped) {
    for (Batch.SkipReason code : Batch.SkipReason.values()) {
      List<UUID> members =
          skipped.stream().filter(s -> s.code() == code).map(Batch.Skipped::memberId).toList();
      database.change(SKIP, batch.id(), code, members);
    }
  }

  List<Batch.Skipped> skipped(UUID batchId) {
    return database.list(
        SKIPPED,
        row ->
            new Batch.Skipped(
                row.getObject(1, UUID.class), Batch.SkipReason.valueOf(row.getString(2))),
        batchId);
  }

  Map<TransferState, Long> counts(UUID batchId) {
    Map<TransferState, Long> counts = new EnumMap<>(TransferState.class);
    database.list(
        COUNTS,
        row -> counts.put(TransferState.valueOf(row.getString(1)), row.getLong(2)),
        batchId);
    return counts;
  }

  private static Batch batch(ResultSet row) throws SQLException {
    return new Batch(
        row.getObject("batch_id", UUID.class),
        row.getObject("source_id", UUID.class),
        row.getObject("destination_id", UUID.class),
        row.getObject("requested_on", LocalDate.class),
        row.getBytes("reason"));
  }

  private static Batch.Candidate candidate(ResultSet row) throws SQLException {
    return new Batch.Candidate(
        row.getObject("member_id", UUID.class),
        row.getObject("affiliated_on", LocalDate.class),
        row.getBoolean("in_transfer"),
        row.getBoolean("suspended"));
  }
}
