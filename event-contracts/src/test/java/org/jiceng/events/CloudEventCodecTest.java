package org.jiceng.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventCodecTest {
  private static final String CORRELATION = "counter-7:2010-01-04";
  private static final UUID ID = UUID.fromString("01939b2e-0000-7000-8000-000000000001");
  private static final Instant RECORDED = Instant.parse("2010-01-04T02:03:04.123456Z");
  private static final LocalDate EFFECTIVE = LocalDate.of(2009, 12, 31);
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @ParameterizedTest
  @MethodSource("everyEvent")
  void whatIsSentIsWhatIsRead(Class<? extends DomainEvent> type) {
    RecordedEvent sent = recorded(Samples.of(type), TRACE);

    assertThat(CloudEventCodec.fromKafka(received(CloudEventCodec.toKafka(sent)))).isEqualTo(sent);
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void theLibraryReadsTheSame(Class<? extends DomainEvent> type) {
    ConsumerRecord<String, byte[]> record =
        received(CloudEventCodec.toKafka(recorded(Samples.of(type), TRACE)));

    assertThat(CloudEventCodec.fromCloudEvent(KafkaMessageFactory.createReader(record).toEvent()))
        .isEqualTo(CloudEventCodec.fromKafka(record));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_specversion",
        "ce_id",
        "ce_source",
        "ce_type",
        "ce_recordedtime",
        "ce_effectivedate",
        "ce_sequence"
      })
  void anEventWithoutAnAttributeItNeedsIsRefused(String name) {
    ConsumerRecord<String, byte[]> record = aRecord();
    record.headers().remove(name);

    assertThatThrownBy(() -> CloudEventCodec.fromKafka(record)).isInstanceOf(UnreadableEvent.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 0.3",
    "ce_id, 1",
    "ce_type, org.other.v1",
    "ce_recordedtime, yesterday",
    "ce_effectivedate, 2009-02-30",
    "ce_sequence, one"
  })
  void anEventWithAWrongAttributeIsRefused(String name, String value) {
    ConsumerRecord<String, byte[]> record = aRecord();
    record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> CloudEventCodec.fromKafka(record)).isInstanceOf(UnreadableEvent.class);
  }

  private static ConsumerRecord<String, byte[]> aRecord() {
    return received(
        CloudEventCodec.toKafka(recorded(Samples.of(MemberEvent.TransferCompleted.class), TRACE)));
  }

  @Test
  void anEventTravelsInBinaryModeWithOurExtensions() {
    RecordedEvent event = recorded(Samples.of(MemberEvent.TransferCompleted.class), null);

    ProducerRecord<String, byte[]> record = CloudEventCodec.toKafka(event);

    assertThat(record.topic()).isEqualTo("jiceng.member.v1");
    assertThat(record.key()).isEqualTo(event.data().partitionKey());
    assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(record, "ce_id")).isEqualTo(ID.toString());
    assertThat(header(record, "ce_source")).isEqualTo("/member-service");
    assertThat(header(record, "ce_type")).isEqualTo("org.jiceng.member.transfer-completed.v1");
    assertThat(header(record, "ce_subject")).isEqualTo(event.data().aggregateId());
    assertThat(header(record, "ce_recordedtime")).startsWith("2010-01-04T02:03:04.123456");
    assertThat(header(record, "ce_sequence")).isEqualTo("00000000000000000042");
    assertThat(header(record, "ce_partitionkey")).isEqualTo(record.key());
    assertThat(header(record, "ce_correlationid")).isEqualTo(CORRELATION);
    assertThat(header(record, "ce_effectivedate")).isEqualTo("2009-12-31");
    assertThat(header(record, "content-type")).isEqualTo("application/json");
    assertThat(record.headers().lastHeader("ce_traceparent")).isNull();
  }

  @Test
  void aTransferIsReadInTheOrderOfItsMember() {
    var event = (MemberEvent.TransferApproved) Samples.of(MemberEvent.TransferApproved.class);

    assertThat(event.aggregateId()).isEqualTo(event.transferId().toString());
    assertThat(event.partitionKey()).isEqualTo(event.memberId().toString());
  }

  @Test
  void aNewFieldOfATypeIsIgnoredByWhoDoesNotKnowIt() {
    byte[] later =
        "{\"areaCode\":\"110105001001\",\"reason\":\"x\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(CloudEventCodec.dataFromJson("org.jiceng.registry.area-closed.v1", later))
        .isEqualTo(new RegistryEvent.AreaClosed("110105001001"));
  }

  @Test
  void whatIsNotOursIsRefusedWithAReason() {
    ConsumerRecord<String, byte[]> stranger =
        new ConsumerRecord<>("jiceng.member.v1", 0, 0, "k", new byte[] {1});

    assertThatThrownBy(() -> CloudEventCodec.fromKafka(stranger))
        .isInstanceOf(UnreadableEvent.class);
    assertThatThrownBy(() -> CloudEventCodec.dataFromJson("org.other.v1", new byte[0]))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("org.other.v1");
    assertThatThrownBy(
            () ->
                CloudEventCodec.dataFromJson(
                    "org.jiceng.registry.area-closed.v1", new byte[] {'['}))
        .isInstanceOf(UnreadableEvent.class);
  }

  private static RecordedEvent recorded(DomainEvent data, String traceparent) {
    return new RecordedEvent(ID, RECORDED, EFFECTIVE, 42, traceparent, CORRELATION, data);
  }

  private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
    ConsumerRecord<String, byte[]> received =
        new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    sent.headers().forEach(received.headers()::add);
    return received;
  }

  private static String header(ProducerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  static Stream<Class<? extends DomainEvent>> everyEvent() {
    return EventTypes.all().stream();
  }
}
