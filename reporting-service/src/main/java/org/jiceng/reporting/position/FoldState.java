package org.jiceng.reporting.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jiceng.events.Topic;
import org.jiceng.kit.database.Database;
import org.jiceng.reporting.ledger.LedgerHandler;

/** What changes with everything that is folded, and with the way of folding. */
@ApplicationScoped
class FoldState {
  /**
   * An event that was parked and taken later moves no position, so those are counted; a rebuilt
   * projection that takes the place of the live one moves none either, but is another table.
   */
  private static final String NOW =
      """
      select concat_ws('/',
          (select string_agg(handler || topic || partition_no || ':' || next_offset, ','
                             order by handler, topic, partition_no) from inbox_position),
          (select string_agg((select max(sequence) from %1$s.event e where e.topic = log.name)::text,
                             ',' order by log.name) from (values %2$s) log (name)),
          (select count(*) from inbox_parked where resolved_at is not null),
          (select max(installed_rank) from flyway_schema_history),
          '%1$s.posting'::regclass::oid)"""
          .formatted(
              LedgerHandler.LIVE,
              Topic.FACTS.stream()
                  .map(topic -> "('" + topic.name() + "')")
                  .collect(Collectors.joining(", ")));

  private final Database database;

  FoldState(Database database) {
    this.database = database;
  }

  /** A text that is never the same again once something was folded. */
  String now() {
    return database.list(NOW, row -> row.getString(1)).get(0);
  }
}
