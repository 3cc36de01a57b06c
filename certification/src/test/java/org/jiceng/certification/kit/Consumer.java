package org.jiceng.certification.kit;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiceng.certification.plain.PlainFigures;
import org.jiceng.events.ActivityEvent.AttendanceRecorded;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.Contract;
import org.jiceng.events.EventTypes;
import org.jiceng.events.MemberEvent;
import org.jiceng.events.RecordedEvent;

/** A consumer that reads the kit's lines and answers its questions, right or wrong in one way. */
enum Consumer {
  RIGHT {},

  /** Takes what is delivered again for something new. */
  COUNTS_TWICE {
    @Override
    Map<String, BigDecimal> answer(Question question, List<RecordedEvent> consumed) {
      Map<String, BigDecimal> figures = super.answer(question, consumed);
      long more = attendances(consumed) - attendances(once(consumed));
      figures.computeIfPresent(
          "attendances.total", (name, value) -> value.add(BigDecimal.valueOf(more)));
      return figures;
    }
  },

  /** Takes the day on which something was recorded for the day since when it is so. */
  IGNORES_EFFECTIVE_DAYS {
    @Override
    Map<String, BigDecimal> answer(Question question, List<RecordedEvent> consumed) {
      return super.answer(question, changed(consumed, Consumer::onTheDayOfRecording));
    }
  },

  /** Knows afterwards what nobody knew then. */
  IGNORES_WHAT_WAS_KNOWN {
    @Override
    Map<String, BigDecimal> answer(Question question, List<RecordedEvent> consumed) {
      return super.answer(
          new Question(
              question.id(),
              question.area(),
              question.organization(),
              question.asOf(),
              question.since(),
              null,
              null),
          consumed);
    }
  },

  /** Gives up at the first type that it does not know. */
  STOPS_AT_UNKNOWN_TYPES {
    @Override
    Stream<CloudEvent> readable(Stream<CloudEvent> events) {
      return events.takeWhile(Consumer::isKnown);
    }
  },

  /** Shows 0 where there is no data. */
  SHOWS_NO_DATA_AS_ZERO {
    @Override
    Map<String, BigDecimal> answer(Question question, List<RecordedEvent> consumed) {
      Map<String, BigDecimal> figures = super.answer(question, consumed);
      figures.replaceAll((name, value) -> value == null ? BigDecimal.ZERO : value);
      return figures;
    }
  };

  /** The answers to all questions, by question. */
  Map<String, Map<String, BigDecimal>> answers(Kit kit) {
    Map<String, Map<String, BigDecimal>> answers = new LinkedHashMap<>();
    for (Chapter chapter : kit.chapters()) {
      List<RecordedEvent> consumed =
          readable(chapter.lines().lines().map(Consumer::parse))
              .map(CloudEventCodec::fromCloudEvent)
              .toList();
      chapter.questions().forEach(q -> answers.put(q.id(), answer(q, consumed)));
    }
    return answers;
  }

  Stream<CloudEvent> readable(Stream<CloudEvent> events) {
    return events.filter(Consumer::isKnown);
  }

  Map<String, BigDecimal> answer(Question question, List<RecordedEvent> consumed) {
    List<RecordedEvent> known = once(consumed).stream().filter(question::knows).toList();
    return new PlainFigures(known).of(question.place(), question.asOf(), question.since());
  }

  static List<RecordedEvent> once(List<RecordedEvent> consumed) {
    Set<Object> seen = new HashSet<>();
    return consumed.stream().filter(event -> seen.add(event.id())).toList();
  }

  static List<RecordedEvent> changed(
      List<RecordedEvent> events, UnaryOperator<RecordedEvent> change) {
    List<RecordedEvent> changed = new ArrayList<>();
    events.forEach(event -> changed.add(change.apply(event)));
    return changed;
  }

  private static RecordedEvent onTheDayOfRecording(RecordedEvent event) {
    // What is told of members' stays has days of its own, which would no longer fit
    return event.data() instanceof MemberEvent
        ? event
        : new RecordedEvent(
            event.id(),
            event.recordedAt(),
            event.recordedAt().atZone(ZoneOffset.UTC).toLocalDate(),
            event.sequence(),
            null,
            null,
            event.data());
  }

  private static long attendances(List<RecordedEvent> events) {
    return events.stream().filter(event -> event.data() instanceof AttendanceRecorded).count();
  }

  private static boolean isKnown(CloudEvent event) {
    return EventTypes.all().stream()
        .anyMatch(type -> type.getAnnotation(Contract.class).value().equals(event.getType()));
  }

  private static CloudEvent parse(String line) {
    return EventFormatProvider.getInstance()
        .resolveFormat(JsonFormat.CONTENT_TYPE)
        .deserialize(line.getBytes(StandardCharsets.UTF_8));
  }
}
