package org.jiceng.certification.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;

/**
 * A log as newer services write it: with events of types that nobody knows today, in their places
 * in the sequence, and with fields and attributes that came later. None of it touches a figure.
 */
final class ThingsToCome {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ONE_IN = 12;

  private final Random random;
  private final Map<Topic, Long> sequences = new EnumMap<>(Topic.class);
  private final List<Told> log = new ArrayList<>();

  private ThingsToCome(Random random) {
    this.random = random;
  }

  /** The same log with things to come; what was known already has its place after them. */
  static List<Told> among(List<RecordedEvent> events, Random random) {
    ThingsToCome things = new ThingsToCome(random);
    for (RecordedEvent event : events) {
      if (random.nextInt(ONE_IN) == 0) {
        things.tellOfUnknown(event);
      }
      things.tell(event);
    }
    return things.log;
  }

  private void tell(RecordedEvent event) {
    RecordedEvent placed = at(event, next(event));
    CloudEvent told = CloudEventCodec.toCloudEvent(placed);
    log.add(new Told(random.nextInt(ONE_IN) == 0 ? enriched(told) : told, placed));
  }

  private CloudEvent enriched(CloudEvent event) {
    try {
      ObjectNode data = (ObjectNode) JSON.readTree(event.getData().toBytes());
      data.put("remarkCode", "SINCE_A_LATER_VERSION");
      data.putObject("provenance").put("system", "another").put("confidence", 0.5);
      return CloudEventBuilder.v1(event)
          .withExtension("dataregion", "north")
          .withData(JSON.writeValueAsBytes(data))
          .build();
    } catch (IOException e) {
      throw new IllegalStateException("the data of an event is no JSON object", e);
    }
  }

  private void tellOfUnknown(RecordedEvent before) {
    Topic topic = Topic.of(before.data());
    String type =
        switch (topic) {
          case REGISTRY -> "org.jiceng.registry.organization-photographed.v1";
          case MEMBER -> "org.jiceng.member.membership-honoured.v1";
          case ACTIVITY -> "org.jiceng.activity.site-illuminated.v3";
          case REPORTING -> "org.jiceng.reporting.report-framed.v1";
        };
    UUID id = new UUID(random.nextLong(), random.nextLong());
    CloudEvent unknown =
        CloudEventBuilder.v1(CloudEventCodec.toCloudEvent(at(before, next(before))))
            .withId(id.toString())
            .withType(type)
            .withData(data(before.data().aggregateId()))
            .build();
    log.add(new Told(unknown, null));
  }

  private static byte[] data(String id) {
    try {
      return JSON.writeValueAsString(JSON.createObjectNode().put("id", id).put("level", 7))
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private long next(RecordedEvent event) {
    return sequences.merge(Topic.of(event.data()), 1L, Long::sum);
  }

  private static RecordedEvent at(RecordedEvent event, long sequence) {
    return new RecordedEvent(
        event.id(),
        event.recordedAt(),
        event.effectiveOn(),
        sequence,
        event.traceparent(),
        event.correlationId(),
        event.data());
  }
}
