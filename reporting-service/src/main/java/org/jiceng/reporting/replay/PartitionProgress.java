package org.jiceng.reporting.replay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.apache.kafka.common.TopicPartition;

/**
 * How far one partition of a log has been folded again.
 *
 * @param read how many of its records were read
 * @param of how many there are to read
 * @param events how many events were folded; fewer, where some were delivered twice
 * @param worker who folded the last of them; null before the first
 */
public record PartitionProgress(
    String topic,
    int partition,
    @JsonIgnore long lastSequence,
    long read,
    long of,
    long events,
    String worker) {

  /** Where to go on. */
  @JsonIgnore
  public Place place() {
    return new Place(topicPartition(), read, lastSequence);
  }

  @JsonIgnore
  TopicPartition topicPartition() {
    return new TopicPartition(topic, partition);
  }
}
