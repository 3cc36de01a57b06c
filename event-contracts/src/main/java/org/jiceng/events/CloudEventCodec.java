package org.jiceng.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Events as CloudEvents 1.0 in binary mode over Kafka: attributes as headers, the record as JSON.
 * The extensions are {@code recordedtime} and {@code partitionkey}, {@code sequence} (the position
 * in the log, twenty digits so that it also sorts as text), {@code effectivedate}, {@code
 * traceparent} and {@code correlationid}.
 */
public final class CloudEventCodec {
  private static final String ATTRIBUTE = "ce_";
  private static final String SPEC_VERSION = "specversion";
  private static final String RECORDED_TIME = "recordedtime";
  private static final String SEQUENCE = "sequence";
  private static final String PARTITION_KEY = "partitionkey";
  private static final String EFFECTIVE_DATE = "effectivedate";
  private static final String TRACE_PARENT = "traceparent";
  private static final String CORRELATION_ID = "correlationid";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private CloudEventCodec() {}

  /** The JSON form of what happened, as it stands in the outbox and in the Kafka value. */
  public static String dataToJson(DomainEvent data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new UnreadableEvent("cannot be written: " + EventTypes.typeOf(data), e);
    }
  }

  /**
   * Reads what happened.
   *
   * @throws UnreadableEvent when the type is unknown or the JSON does not fit it
   */
  public static DomainEvent dataFromJson(String type, byte[] json) {
    try {
      return JSON.readValue(json, EventTypes.classOf(type));
    } catch (IOException e) {
      throw new UnreadableEvent("the data of " + type + " does not fit its contract", e);
    }
  }

  /** The Kafka record of an event, ready to be sent to its topic. */
  public static ProducerRecord<String, byte[]> toKafka(RecordedEvent event) {
    return toKafka(
        event.id(),
        Topic.of(event.data()),
        EventTypes.typeOf(event.data()),
        event.data().aggregateId(),
        event.data().partitionKey(),
        event.recordedAt(),
        event.effectiveOn(),
        event.sequence(),
        event.traceparent(),
        event.correlationId(),
        dataToJson(event.data()).getBytes(StandardCharsets.UTF_8));
  }

  /** The same from parts, for a relay that need not parse what it carries. */
  public static ProducerRecord<String, byte[]> toKafka(
      UUID id,
      Topic topic,
      String type,
      String aggregateId,
      String partitionKey,
      Instant recordedAt,
      LocalDate effectiveOn,
      long sequence,
      String traceparent,
      String correlationId,
      byte[] json) {
    CloudEvent event =
        cloudEvent(
            id,
            topic,
            type,
            aggregateId,
            partitionKey,
            recordedAt,
            effectiveOn,
            sequence,
            traceparent,
            correlationId,
            json);
    return KafkaMessageFactory.<String>createWriter(
            topic.topicName(), null, recordedAt.toEpochMilli(), partitionKey)
        .writeBinary(event);
  }

  /** An event apart from Kafka, as it may stand in a file. */
  public static CloudEvent toCloudEvent(RecordedEvent event) {
    return cloudEvent(
        event.id(),
        Topic.of(event.data()),
        EventTypes.typeOf(event.data()),
        event.data().aggregateId(),
        event.data().partitionKey(),
        event.recordedAt(),
        event.effectiveOn(),
        event.sequence(),
        event.traceparent(),
        event.correlationId(),
        dataToJson(event.data()).getBytes(StandardCharsets.UTF_8));
  }

  private static CloudEvent cloudEvent(
      UUID id,
      Topic topic,
      String type,
      String aggregateId,
      String partitionKey,
      Instant recordedAt,
      LocalDate effectiveOn,
      long sequence,
      String traceparent,
      String correlationId,
      byte[] json) {
    CloudEventBuilder event =
        CloudEventBuilder.v1()
            .withId(id.toString())
            .withSource(URI.create(topic.source()))
            .withType(type)
            .withSubject(aggregateId)
            .withTime(recordedAt.atOffset(ZoneOffset.UTC))
            .withDataContentType("application/json")
            .withExtension(RECORDED_TIME, recordedAt.atOffset(ZoneOffset.UTC))
            .withExtension(SEQUENCE, "%020d".formatted(sequence))
            .withExtension(PARTITION_KEY, partitionKey)
            .withExtension(EFFECTIVE_DATE, effectiveOn.toString())
            .withData(json);
    if (traceparent != null) {
      event.withExtension(TRACE_PARENT, traceparent);
    }
    if (correlationId != null) {
      event.withExtension(CORRELATION_ID, correlationId);
    }
    return event.build();
  }

  /**
   * Reads an event from Kafka.
   *
   * @throws UnreadableEvent when it is not a CloudEvent of one of our contracts
   */
  public static RecordedEvent fromKafka(ConsumerRecord<String, byte[]> record) {
    return attribute(record, SPEC_VERSION) == null ? notBinary(record) : binary(record);
  }

  // As the library would, but without its event in between: a rebuild reads millions
  private static RecordedEvent binary(ConsumerRecord<String, byte[]> record) {
    String version = attribute(record, SPEC_VERSION);
    if (!version.equals("1.0") || attribute(record, "source") == null) {
      throw new UnreadableEvent("not a CloudEvent 1.0", null);
    }
    return read(name -> attribute(record, name), record.value());
  }

  private static RecordedEvent notBinary(ConsumerRecord<String, byte[]> record) {
    try {
      return fromCloudEvent(KafkaMessageFactory.createReader(record).toEvent());
    } catch (UnreadableEvent e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UnreadableEvent("not one of our CloudEvents: " + e.getMessage(), e);
    }
  }

  /**
   * Reads an event that did not come from Kafka.
   *
   * @throws UnreadableEvent when it is not a CloudEvent of one of our contracts
   */
  public static RecordedEvent fromCloudEvent(CloudEvent event) {
    return read(
        name -> attribute(event, name), event.getData() == null ? null : event.getData().toBytes());
  }

  private static RecordedEvent read(UnaryOperator<String> attributes, byte[] data) {
    try {
      return new RecordedEvent(
          UUID.fromString(required(attributes, "id")),
          Instant.parse(required(attributes, RECORDED_TIME)),
          LocalDate.parse(required(attributes, EFFECTIVE_DATE)),
          Long.parseLong(required(attributes, SEQUENCE)),
          attributes.apply(TRACE_PARENT),
          attributes.apply(CORRELATION_ID),
          dataFromJson(required(attributes, "type"), data));
    } catch (UnreadableEvent e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UnreadableEvent("not one of our CloudEvents: " + e.getMessage(), e);
    }
  }

  private static String required(UnaryOperator<String> attributes, String name) {
    String value = attributes.apply(name);
    if (value == null) {
      throw new UnreadableEvent("the attribute " + name + " is missing", null);
    }
    return value;
  }

  /** The type of an event in Kafka, without reading the rest; null if it is none of ours. */
  public static String typeOf(ConsumerRecord<String, byte[]> record) {
    return attribute(record, "type");
  }

  private static String attribute(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(ATTRIBUTE + name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static String attribute(CloudEvent event, String name) {
    Object value =
        switch (name) {
          case "id", "type" -> event.getAttribute(name);
          default -> event.getExtension(name);
        };
    return value == null ? null : value.toString();
  }
}
