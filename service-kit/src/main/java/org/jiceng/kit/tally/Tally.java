package org.jiceng.kit.tally;

import java.sql.Connection;
import java.sql.SQLException;
import org.jiceng.events.DomainEvent;

/**
 * What a service itself counts in its own tables, for the reporting service to be compared with.
 */
public interface Tally {
  /**
   * Counts, within the given transaction, what is true today; the event holds counts by measure.
   */
  DomainEvent count(Connection connection) throws SQLException;

  /**
   * The same by township: by the first nine digits of the code of the area where each thing is, or
   * of its organisation's; the event holds counts by measure and township, joined by an @.
   */
  DomainEvent countByArea(Connection connection) throws SQLException;
}
