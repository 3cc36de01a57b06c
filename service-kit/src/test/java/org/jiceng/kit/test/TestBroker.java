package org.jiceng.kit.test;

/** A Kafka 4.1 for the length of a test run. */
interface TestBroker {
  String bootstrapServers();

  void stop();
}
