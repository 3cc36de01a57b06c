package org.jiceng.events;

import java.util.List;

/** The logs of a district, kept for ever. Each belongs to the one service that writes it. */
public enum Topic {
  REGISTRY("jiceng.registry.v1", "/org-registry-service", RegistryEvent.class),
  MEMBER("jiceng.member.v1", "/member-service", MemberEvent.class),
  ACTIVITY("jiceng.activity.v1", "/activity-service", ActivityEvent.class),
  REPORTING("jiceng.reporting.v1", "/reporting-service", ReportingEvent.class);

  /** The three that tell of facts, out of which every figure is folded. */
  public static final List<Topic> FACTS = List.of(REGISTRY, MEMBER, ACTIVITY);

  private final String topicName;
  private final String source;
  private final Class<? extends DomainEvent> events;

  Topic(String topicName, String source, Class<? extends DomainEvent> events) {
    this.topicName = topicName;
    this.source = source;
    this.events = events;
  }

  /** The name of the Kafka topic. */
  public String topicName() {
    return topicName;
  }

  /** The CloudEvents {@code source} of every event in this topic. */
  public String source() {
    return source;
  }

  /** The sealed family of events that this topic carries. */
  public Class<? extends DomainEvent> events() {
    return events;
  }

  /** The topic that carries an event. */
  public static Topic of(DomainEvent event) {
    if (event instanceof RegistryEvent) {
      return REGISTRY;
    }
    if (event instanceof MemberEvent) {
      return MEMBER;
    }
    return event instanceof ActivityEvent ? ACTIVITY : REPORTING;
  }
}
