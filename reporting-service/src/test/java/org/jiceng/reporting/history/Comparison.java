package org.jiceng.reporting.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiceng.certification.plain.Place;
import org.jiceng.certification.plain.PlainFigures;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Question;
import org.jiceng.reporting.figures.SideBySide;
import org.jiceng.reporting.figures.Sums;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Indicator;

/** What a view answers and a plain walk does not, or the other way round. */
final class Comparison {
  private final Collection<Indicator> indicators;
  private final PlainFigures plain;
  private final View view;
  private final Sums sums;
  private final List<String> differences = new ArrayList<>();

  Comparison(Collection<Indicator> indicators, PlainFigures plain, View view) {
    this.indicators = indicators;
    this.plain = plain;
    this.view = view;
    this.sums = new Sums(view);
  }

  List<String> differences() {
    return differences;
  }

  /** Each place asked by itself, changes since another day. */
  void ofEach(Collection<Place> places, LocalDate day, LocalDate since) {
    for (Place place : places) {
      Question question = new Question(sums, node(place), day, since, null);
      compare(place, question, plain.of(place, day, since), "on " + day + " since " + since);
    }
  }

  /** All areas of a kind that lay in the district that day, read at once. */
  void together(Set<String> levels, String district, LocalDate day) {
    List<String> codes =
        new Areas(view).list(levels, district, day).stream().map(Areas.Area::code).toList();
    SideBySide together = new SideBySide(view, codes);
    for (String code : codes) {
      Question question = together.question(code, day, null);
      Place place = Place.area(code);
      compare(place, question, plain.of(place, day), "together on " + day);
    }
  }

  private static Node node(Place place) {
    return place instanceof Place.Area area
        ? Node.area(area.code())
        : Node.organization(((Place.Organization) place).id().toString());
  }

  private void compare(
      Place place, Question question, Map<String, BigDecimal> expected, String when) {
    boolean none = question.now().isEmpty();
    for (Indicator indicator : indicators) {
      String name = indicator.indicator();
      if (!expected.containsKey(name)) {
        differences.add(name + " is unknown to the plain walk");
      }
      BigDecimal answered = none ? null : indicator.definition().value(question);
      if (!same(answered, expected.get(name))) {
        differences.add(
            "%s of %s %s: %s, but plainly %s"
                .formatted(name, place, when, answered, expected.get(name)));
      }
    }
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one == null || other == null ? Objects.equals(one, other) : one.compareTo(other) == 0;
  }
}
