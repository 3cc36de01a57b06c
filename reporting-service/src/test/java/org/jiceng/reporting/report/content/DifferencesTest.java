package org.jiceng.reporting.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jiceng.reporting.report.content.ReportContent.Cell;
import org.jiceng.reporting.report.content.ReportContent.Column;
import org.jiceng.reporting.report.content.ReportContent.Key;
import org.jiceng.reporting.report.content.ReportContent.Label;
import org.jiceng.reporting.report.content.ReportContent.Origin;
import org.jiceng.reporting.report.content.ReportContent.Place;
import org.jiceng.reporting.report.content.ReportContent.Row;
import org.jiceng.reporting.report.content.ReportContent.Table;
import org.junit.jupiter.api.Test;

/** What two contents tell differently is found, and nothing else; content is read as it was. */
class DifferencesTest {
  @Property
  void aContentIsReadFromItsBytesAsItWasAndDiffersFromItselfInNothing(
      @ForAll @Size(max = 20) List<@IntRange(max = 1_000_000) Integer> figures) {
    ReportContent content = content(7, cells(figures));
    ReportContent read = CanonicalJson.read(CanonicalJson.bytes(content), ReportContent.class);
    assertThat(read).isEqualTo(content);
    assertThat(Differences.of(content, read)).isEmpty();
  }

  @Property
  void theOneFigureThatIsAnotherIsFound(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 1_000_000) Integer> figures,
      @ForAll @IntRange(max = 19) int which) {
    List<Cell> before = cells(figures);
    int at = which % before.size();
    List<Cell> after = new ArrayList<>(before);
    after.set(at, new Cell(before.get(at).value().add(BigDecimal.ONE), false));
    assertThat(Differences.ofFigures(content(7, before), content(8, after)))
        .containsExactly(
            new Difference(
                "section",
                List.of(String.valueOf(at)),
                "members.affiliated",
                before.get(at).value().toPlainString(),
                after.get(at).value().toPlainString()));
  }

  @Test
  void noDataAndZeroAndHiddenAreThreeThings() {
    ReportContent noData = content(7, List.of(new Cell(null, false)));
    ReportContent zero = content(7, List.of(new Cell(BigDecimal.ZERO, false)));
    ReportContent hidden = content(7, List.of(Cell.HIDDEN));
    assertThat(Differences.of(noData, zero)).extracting(Difference::before).containsExactly("null");
    assertThat(Differences.of(zero, hidden))
        .extracting(Difference::after)
        .containsExactly("hidden");
    assertThat(Differences.of(zero, content(7, List.of())))
        .extracting(Difference::after)
        .containsExactly("absent");
  }

  @Test
  void howFarTheLogsCountIsADifferenceButOfNoFigure() {
    ReportContent before = content(7, List.of());
    ReportContent after = content(8, List.of());
    assertThat(Differences.ofFigures(before, after)).isEmpty();
    assertThat(Differences.of(before, after))
        .containsExactly(new Difference(null, List.of(), "positions.MEMBER", "7", "8"));
  }

  private static List<Cell> cells(List<Integer> figures) {
    return figures.stream().map(f -> new Cell(new BigDecimal(f), false)).toList();
  }

  private static ReportContent content(long position, List<Cell> cells) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String code = String.valueOf(i);
      rows.add(new Row(List.of(new Label(code, code, code)), List.of(cells.get(i))));
    }
    Column figure = new Column("members.affiliated", "党员", "Members", "persons");
    return new ReportContent(
        ReportContent.FORMAT,
        new Origin("t", "表", "T", "00"),
        new Place("110105000000", "DISTRICT", "区", "D"),
        "2009",
        LocalDate.of(2009, 1, 1),
        LocalDate.of(2009, 12, 31),
        Map.of("MEMBER", position),
        5,
        List.of(
            new Table(
                "section",
                "节",
                "Section",
                List.of(new Key("k", "键", "Key")),
                List.of(figure),
                rows)));
  }
}
