package org.jiceng.stack.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiceng.stack.sample.FakeStack.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresTableTest {
  private final Map<String, String> answers = new HashMap<>();
  private FakeStack stack;
  private FiguresTable table;

  @BeforeEach
  void startReporting() throws IOException {
    stack = new FakeStack().at("GET /api/v1/statistics", this::statistics);
    table = new FiguresTable(stack.access(Scale.SURVEY));
    Expected.of(Scale.SURVEY).forEach(f -> answers.put(Expected.key(f), f.value().toString()));
  }

  @AfterEach
  void stopReporting() {
    stack.close();
  }

  private Answer statistics(HttpExchange exchange) {
    Map<String, String> query =
        Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
            .map(part -> part.split("=", 2))
            .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    String values =
        Arrays.stream(query.get("indicators").split(","))
            .map(i -> value(i, query.get("asOf")))
            .collect(Collectors.joining(","));
    return new Answer(200, "{\"values\":[" + values + "]}");
  }

  private String value(String indicator, String asOf) {
    String earlier = asOf.equals("2006-12-31") ? "@earlier" : "";
    String value = answers.getOrDefault(indicator + earlier, "null");
    return "{\"indicator\":\"%s\",\"value\":%s}".formatted(indicator, value);
  }

  private String printed(List<FiguresTable.Line> lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FiguresTable.print(lines, new PrintStream(out, true, StandardCharsets.UTF_8), false);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyFigureIsAskedForOnItsOwnDate() {
    assertThat(table.asExpected()).isTrue();
    assertThat(printed(table.ask())).contains("All 49 figures are as expected.");
    assertThat(stack.asked)
        .anyMatch(q -> q.contains("asOf=2006-12-31&indicators=members.community"))
        .anyMatch(
            q ->
                q.contains("asOf=2009-12-31&since=2006-12-31&indicators=members.community.growth"));
  }

  @Test
  void oneWrongFigureIsMarked() {
    answers.put("posts.secretaries", "2336");
    assertThat(table.asExpected()).isFalse();
    assertThat(printed(table.ask()))
        .containsPattern("posts.secretaries .* 2346 .* 2336 .*✗")
        .contains("1 of 49 figures differ.");
  }

  @Test
  void aFigureThatIsNotAnsweredIsWrong() {
    answers.remove("brands.total");
    assertThat(printed(table.ask())).containsPattern("brands.total .* 226 .* – .*✗");
  }

  @Test
  void aLowerBoundIsMetByMoreAndARatioToThreePlaces() {
    answers.put("demonstrationPoints.total", "108");
    answers.put("members.community.growth", "0.34093");
    assertThat(table.asExpected()).isTrue();
    answers.put("demonstrationPoints.total", "99");
    assertThat(table.asExpected()).isFalse();
  }

  @Test
  void onAnotherDayFiguresAreShownWithoutExpectations() {
    List<FiguresTable.Line> lines = table.ask(LocalDate.of(2008, 6, 30));
    assertThat(lines).hasSize(48).allMatch(line -> line.figure().value() == null);
    assertThat(printed(lines)).doesNotContain("✓");
  }

  @Test
  void onTheEarlierYearEndOneFigureIsExpected() {
    answers.keySet().removeIf(name -> !name.startsWith("members.community"));
    FiguresTable.Line line =
        table.ask(SamplePlan.EARLIER_DAY).stream()
            .filter(l -> l.figure().indicator().equals("members.community"))
            .findFirst()
            .orElseThrow();
    assertThat(line.answered()).isEqualTo(new BigDecimal(65_436));
    assertThat(line.isRight()).isTrue();
  }
}
