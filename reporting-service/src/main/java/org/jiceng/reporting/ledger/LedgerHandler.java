package org.jiceng.reporting.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.EventHandler;

/** Folds all three logs into the live projection. */
@ApplicationScoped
public class LedgerHandler implements EventHandler {
  /** The schema of the projection that questions are answered from. */
  public static final String LIVE = "projection";

  /** The name that its positions are kept under. */
  public static final String NAME = "ledger";

  private final Projection live = new Projection(LIVE);
  private final FoldBell bell;

  LedgerHandler(FoldBell bell) {
    this.bell = bell;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Topic> topics() {
    return Set.copyOf(Topic.FACTS);
  }

  @Override
  public void apply(List<RecordedEvent> batch, Connection connection) throws SQLException {
    live.take(batch, connection);
  }

  @Override
  public void committed() {
    bell.ring();
  }
}
