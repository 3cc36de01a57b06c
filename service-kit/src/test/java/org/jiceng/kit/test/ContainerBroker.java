package org.jiceng.kit.test;

import org.testcontainers.kafka.KafkaContainer;

/** Kafka in a container. */
final class ContainerBroker implements TestBroker {
  private final KafkaContainer container = new KafkaContainer("apache/kafka:4.1.2");

  ContainerBroker() {
    container.start();
  }

  @Override
  public String bootstrapServers() {
    return container.getBootstrapServers();
  }

  @Override
  public void stop() {
    container.stop();
  }
}
