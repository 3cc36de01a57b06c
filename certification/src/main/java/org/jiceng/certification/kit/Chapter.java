package org.jiceng.certification.kit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jiceng.certification.history.Arrival;
import org.jiceng.certification.history.History;
import org.jiceng.certification.plain.PlainFigures;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.ServiceTally;

/** One history of the kit: how it is delivered, what is asked of it, and what is right. */
public final class Chapter {
  private final String name;
  private final List<Told> delivered;
  private final List<RecordedEvent> events;
  private final List<Question> questions;

  private Chapter(String name, List<Told> log, List<Told> delivered, Random random) {
    this.name = name;
    this.delivered = delivered;
    this.events = log.stream().map(Told::known).filter(Objects::nonNull).toList();
    this.questions = new Questions(name, events, random).ask();
  }

  /** All there are, each harder than the last. */
  static List<Chapter> all() {
    List<Told> inOrder = told(101);
    Random shuffle = new Random(102);
    List<Told> shuffled = told(102);
    Random again = new Random(103);
    List<Told> redelivered = told(103);
    Random newer = new Random(104);
    List<Told> withThingsToCome = ThingsToCome.among(withoutTallies(new History(104)), newer);
    return List.of(
        new Chapter("in-order", inOrder, inOrder, new Random(101)),
        new Chapter("any-order", shuffled, shuffled(shuffled, shuffle), shuffle),
        new Chapter(
            "redelivered",
            redelivered,
            Arrival.redelivered(shuffled(redelivered, again), again),
            again),
        new Chapter(
            "newer-services",
            withThingsToCome,
            Arrival.redelivered(shuffled(withThingsToCome, newer), newer),
            newer));
  }

  /** What was counted names places of the log, which things to come would move. */
  private static List<RecordedEvent> withoutTallies(History history) {
    return history.events().stream().filter(e -> !(e.data() instanceof ServiceTally)).toList();
  }

  private static List<Told> told(long seed) {
    return new History(seed).events().stream().map(Told::of).toList();
  }

  private static List<Told> shuffled(List<Told> log, Random random) {
    return Arrival.shuffled(log, Told::key, random);
  }

  public String name() {
    return name;
  }

  public List<Question> questions() {
    return questions;
  }

  /** The events as they are consumed, one on each line. */
  public String lines() {
    return delivered.stream().map(Told::line).collect(Collectors.joining());
  }

  /** What is right, by a plain walk through what each question means to be on record. */
  Answers expected() {
    List<Answers.Answer> answers = new ArrayList<>();
    for (Question question : questions) {
      List<RecordedEvent> known = events.stream().filter(question::knows).toList();
      Map<String, BigDecimal> figures =
          new PlainFigures(known).of(question.place(), question.asOf(), question.since());
      Map<String, BigDecimal> plain = new LinkedHashMap<>();
      figures.forEach((indicator, value) -> plain.put(indicator, plain(value)));
      answers.add(new Answers.Answer(question.id(), plain));
    }
    return new Answers(answers);
  }

  private static BigDecimal plain(BigDecimal value) {
    return value == null ? null : new BigDecimal(value.stripTrailingZeros().toPlainString());
  }
}
