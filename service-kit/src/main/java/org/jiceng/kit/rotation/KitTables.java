package org.jiceng.kit.rotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What every service seals: first answers, uploaded files, the secrets of webhooks. */
@ApplicationScoped
class KitTables implements SealedData {
  @Override
  public List<SealedTable> tables() {
    return List.of(
        new SealedTable(
            "idempotency_key",
            List.of(new KeyColumn("caller", "varchar"), new KeyColumn("key", "varchar")),
            List.of("body")),
        new SealedTable(
            "import_chunk",
            List.of(KeyColumn.uuid("job_id"), new KeyColumn("no", "int")),
            List.of("content")),
        SealedTable.of("webhook", "id", "secret", "old_secret"));
  }

  @Override
  public List<IndexedColumn> indexes() {
    return List.of();
  }
}
