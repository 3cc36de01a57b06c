package org.jiceng.events;

/**
 * Something that happened in a district and that others may build on. An event holds ids and coded
 * attributes only, never a direct personal identifier (DESIGN section 4, Events).
 */
public sealed interface DomainEvent
    permits RegistryEvent, MemberEvent, ActivityEvent, ReportingEvent {

  /**
   * The identity of the aggregate the event speaks of; events of one aggregate keep their order.
   */
  String aggregateId();

  /** What Kafka orders by; it differs from the aggregate where two aggregates share one order. */
  default String partitionKey() {
    return aggregateId();
  }
}
