package org.jiceng.reporting.replay;

import org.apache.kafka.common.TopicPartition;

/**
 * How far a partition has been read.
 *
 * @param nextOffset the first record that was not read yet
 * @param lastSequence the position in the log of the last event that was; what comes again is
 *     dropped by it
 */
public record Place(TopicPartition partition, long nextOffset, long lastSequence) {
  /** Before everything. */
  public static Place beginning(TopicPartition partition) {
    return new Place(partition, 0, 0);
  }
}
