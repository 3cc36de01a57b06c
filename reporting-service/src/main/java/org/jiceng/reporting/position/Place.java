package org.jiceng.reporting.position;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiceng.events.Topic;
import org.jiceng.kit.problem.Problem;

/** A place in a log: everything up to it is meant. */
public sealed interface Place {
  /** The query parameter that names places. */
  String PARAMETER = "minPosition";

  /** How many may be named. */
  int MOST = 16;

  /** Which log. */
  Topic topic();

  /** Where an event stands, by its id, as a write answers it. */
  record OfEvent(Topic topic, UUID event) implements Place {
    @Override
    public String toString() {
      return topic + ":" + event;
    }
  }

  /** A sequence, as a change feed has it. */
  record OfSequence(Topic topic, long sequence) implements Place {
    @Override
    public String toString() {
      return topic + ":" + sequence;
    }
  }

  /** The places named, separated by commas; refuses with 400 what names none. */
  static Set<Place> named(List<String> parameters) {
    Set<Place> places = new LinkedHashSet<>();
    parameters.stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(text -> Syntax.read(text.strip()))
        .map(place -> place.orElseThrow(() -> Problem.malformed(PARAMETER, "position")))
        .forEach(places::add);
    if (places.size() > MOST) {
      throw Problem.malformed(PARAMETER, "too-many-positions", MOST);
    }
    return places;
  }

  /** How a place is written. */
  final class Syntax {
    private static final Pattern PLACE =
        Pattern.compile(
            "([A-Z]{1,20}):(?:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})|0*(\\d{1,18}))");

    private Syntax() {}

    static Optional<Place> read(String text) {
      Matcher found = PLACE.matcher(text);
      return found.matches()
          ? topic(found.group(1)).map(topic -> place(topic, found.group(2), found.group(3)))
          : Optional.empty();
    }

    private static Place place(Topic topic, String event, String sequence) {
      return event == null
          ? new OfSequence(topic, Long.parseLong(sequence))
          : new OfEvent(topic, UUID.fromString(event));
    }

    private static Optional<Topic> topic(String name) {
      return Topic.FACTS.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }
  }
}
