package org.jiceng.reporting.report.sealing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiceng.kit.codes.CodeList;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.report.content.ReportContent.Key;
import org.jiceng.reporting.report.content.ReportContent.Label;

/** What dimensions and their values are called, and in what order they stand. */
final class DimensionNames {
  private final View view;

  DimensionNames(View view) {
    this.view = view;
  }

  Key key(Dimension dimension) {
    return list(dimension)
        .map(list -> new Key(dimension.word(), list.zh(), list.en()))
        .orElse(new Key(dimension.word(), "区域", "Area"));
  }

  /** The code of a value; null for the sum over all. */
  Label label(Dimension dimension, String code) {
    if (code == null) {
      return new Label(null, null, null);
    }
    if (dimension == Dimension.AREA) {
      return new Areas(view)
          .find(code)
          .map(area -> new Label(code, area.name(), area.nameEn()))
          .orElse(new Label(code, null, null));
    }
    return list(dimension)
        .flatMap(list -> list.items().stream().filter(i -> i.code().equals(code)).findFirst())
        .map(item -> new Label(code, item.zh(), item.en()))
        .orElse(new Label(code, "未知", "Unknown"));
  }

  /** The sum first, then the values of the list in its order; what it does not have last. */
  int rank(Dimension dimension, String code) {
    if (code == null) {
      return -1;
    }
    List<CodeList.Item> items = list(dimension).map(CodeList::items).orElse(List.of());
    return IntStream.range(0, items.size())
        .filter(i -> items.get(i).code().equals(code))
        .findFirst()
        .orElse(items.size());
  }

  private static Optional<CodeList> list(Dimension dimension) {
    return dimension.codeList().flatMap(CodeLists::find);
  }
}
