package org.jiceng.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiceng.certification.kit.Chapter;
import org.jiceng.certification.kit.Kit;
import org.jiceng.certification.kit.Question;
import org.jiceng.certification.kit.Verdict;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.Contract;
import org.jiceng.events.EventTypes;
import org.jiceng.events.RecordedEvent;
import org.jiceng.kit.test.RealServers;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Sums;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.ledger.Knowledge;
import org.junit.jupiter.api.Test;

/**
 * Our own fold is a consumer like any other: it proves itself by the kit that we give to others.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CertifiedTest {
  private static final Set<String> KNOWN =
      EventTypes.all().stream()
          .map(type -> type.getAnnotation(Contract.class).value())
          .collect(Collectors.toSet());

  @Inject AgroalDataSource dataSource;
  @Inject Indicators indicators;

  @Test
  void ourOwnFoldPassesTheKitInEveryIndicator() throws SQLException {
    Kit kit = new Kit();
    Map<String, Map<String, BigDecimal>> answers = new LinkedHashMap<>();
    for (Chapter chapter : kit.chapters()) {
      List<RecordedEvent> events = consumed(chapter.lines());
      try (Folded folded = new Folded(dataSource, events, new Random(1))) {
        for (Question question : chapter.questions()) {
          answers.put(question.id(), answer(folded, question));
        }
      }
    }
    Verdict verdict = Verdict.on(answers, kit.expected());
    assertThat(verdict.faults()).isEmpty();
    assertThat(verdict.left()).isEmpty();
    assertThat(verdict.proved())
        .containsExactlyInAnyOrderElementsOf(
            indicators.all().stream()
                .map(Indicator::indicator)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Each event once, of the types that are known; what the inbox does with positions. */
  private static List<RecordedEvent> consumed(String lines) {
    Set<String> seen = new HashSet<>();
    return lines
        .lines()
        .map(CertifiedTest::parse)
        .filter(event -> KNOWN.contains(event.getType()) && seen.add(event.getId()))
        .map(CloudEventCodec::fromCloudEvent)
        .toList();
  }

  private static CloudEvent parse(String line) {
    return EventFormatProvider.getInstance()
        .resolveFormat(JsonFormat.CONTENT_TYPE)
        .deserialize(line.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, BigDecimal> answer(Folded folded, Question asked) throws SQLException {
    Knowledge knowledge =
        asked.upTo() == null ? Knowledge.at(asked.knownAt()) : new Knowledge.UpTo(asked.upTo());
    Node node =
        asked.area() == null
            ? Node.organization(asked.organization().toString())
            : Node.area(asked.area());
    try (View view = folded.view(knowledge)) {
      var question =
          new org.jiceng.reporting.figures.Question(
              new Sums(view), node, asked.asOf(), asked.since(), null);
      boolean none = question.now().isEmpty();
      Map<String, BigDecimal> figures = new LinkedHashMap<>();
      indicators
          .all()
          .forEach(i -> figures.put(i.indicator(), none ? null : i.definition().value(question)));
      return figures;
    }
  }
}
