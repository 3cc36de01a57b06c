package org.jiceng.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiceng.events.Contract;
import org.jiceng.events.EventTypes;
import org.jiceng.events.Topic;
import org.jiceng.kit.codes.CodeList;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.reporting.indicator.Indicators;
import org.junit.jupiter.api.Test;

/** Whoever opens a figure reads words, and never a name of the code. */
class WordsOfRecordsTest {
  @Test
  void everyEventThatCanStandBehindARecordHasWordsInBothLanguages() {
    List<String> events =
        EventTypes.all().stream()
            .filter(event -> Topic.FACTS.stream().anyMatch(t -> t.events().isAssignableFrom(event)))
            .map(event -> event.getAnnotation(Contract.class).value())
            .toList();
    List<CodeList.Item> words = words("event-type");
    assertThat(words).extracting(CodeList.Item::code).containsExactlyInAnyOrderElementsOf(events);
    readsInBothLanguages(words);
  }

  @Test
  void everyMeasureBehindAFigureHasWordsInBothLanguages() {
    Set<String> measures =
        new Indicators()
            .all().stream().flatMap(i -> i.measures().stream()).collect(Collectors.toSet());
    List<CodeList.Item> words = words("measure");
    assertThat(words).extracting(CodeList.Item::code).doesNotHaveDuplicates().containsAll(measures);
    readsInBothLanguages(words);
  }

  private static void readsInBothLanguages(List<CodeList.Item> words) {
    assertThat(words)
        .allSatisfy(
            item -> {
              assertThat(item.zh()).containsPattern("\\p{IsHan}");
              assertThat(item.en()).matches("[A-Z].*[a-z].*").doesNotContainPattern("\\p{IsHan}");
            });
  }

  private static List<CodeList.Item> words(String list) {
    return CodeLists.find(list).orElseThrow().items();
  }
}
