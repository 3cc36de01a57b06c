package org.jiceng.reporting.live;

import java.util.List;

/**
 * How far the figures have followed the logs. Another one than before means that figures may have
 * changed.
 */
public record FoldPosition(List<Log> logs) {
  /**
   * One log.
   *
   * @param position the sequence of the latest event folded
   * @param events how many records of the log have been read
   */
  public record Log(String topic, long position, long events) {}
}
