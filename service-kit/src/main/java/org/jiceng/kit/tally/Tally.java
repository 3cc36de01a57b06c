package org.jiceng.kit.tally;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.jiceng.events.DomainEvent;

/**
 * What a service itself counts in its own tables, for the reporting service to be compared with.
 */
public interface Tally {
  /** Counts, within the given snapshot, what is true on a day: by measure. */
  Map<String, Long> count(Connection snapshot, LocalDate on) throws SQLException;

  /**
   * The same by township: by the first nine digits of the code of the area where each thing is, or
   * of its organisation's; each under its measure and township, joined by an @.
   */
  Map<String, Long> countByArea(Connection snapshot, LocalDate on) throws SQLException;

  /** The event that tells of counts of the whole district. */
  DomainEvent counted(Map<String, Long> counts, Cut cut);

  /** The event that tells of counts by township. */
  DomainEvent countedByArea(Map<String, Long> counts, Cut cut);
}
