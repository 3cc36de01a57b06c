package org.jiceng.registry.reorganization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jiceng.registry.Tables;

/** What other services keep with an organisation, as the registry knows it. */
@ApplicationScoped
public class Neighbours {
  private final Tables tables;

  Neighbours(Tables tables) {
    this.tables = tables;
  }

  /** A record that a neighbour keeps with an organisation. */
  UUID keep(String kind, UUID organization) {
    UUID id = UUID.randomUUID();
    tables.change(
        """
        insert into neighbour_record (record_id, kind, organization_id, ends_at)
        values (?, ?, ?, case when ? = 'BOOKING' then now() + interval '1 day' end)""",
        id,
        kind,
        organization,
        kind);
    return id;
  }
}
