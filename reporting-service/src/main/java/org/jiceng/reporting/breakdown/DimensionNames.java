package org.jiceng.reporting.breakdown;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiceng.kit.codes.CodeList;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.sheet.Heading;

/** What dimensions and their values are called, and in what order they stand. */
public final class DimensionNames {
  private final View view;

  public DimensionNames(View view) {
    this.view = view;
  }

  /** What a dimension is called. */
  public Heading of(Dimension dimension) {
    return list(dimension)
        .map(list -> new Heading(list.zh(), list.en()))
        .orElse(new Heading("区域", "Area"));
  }

  /** What a value is called; null in both languages where it is an area that nobody knows. */
  public Heading of(Dimension dimension, String code) {
    if (dimension == Dimension.AREA) {
      return new Areas(view)
          .find(code)
          .map(area -> new Heading(area.name(), area.nameEn()))
          .orElse(new Heading(null, null));
    }
    return list(dimension)
        .flatMap(list -> list.items().stream().filter(i -> i.code().equals(code)).findFirst())
        .map(item -> new Heading(item.zh(), item.en()))
        .orElse(new Heading("未知", "Unknown"));
  }

  /** Values in the order in which they stand, each as the codes of its dimensions, one or more. */
  public Comparator<List<String>> order(List<Dimension> by) {
    return IntStream.range(0, by.size())
        .mapToObj(at -> order(by.get(at), at))
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  private Comparator<List<String>> order(Dimension dimension, int at) {
    return Comparator.<List<String>>comparingInt(codes -> rank(dimension, codes.get(at)))
        .thenComparing(codes -> codes.get(at), Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  /** The sum first, then the values of the list in its order; what it does not have last. */
  private int rank(Dimension dimension, String code) {
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
