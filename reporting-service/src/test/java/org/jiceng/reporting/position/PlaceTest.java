package org.jiceng.reporting.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiceng.events.Topic;
import org.jiceng.kit.problem.Problem;

class PlaceTest {
  @Property
  void whatIsWrittenIsReadAgain(@ForAll("places") Set<Place> places) {
    String text = places.stream().map(Place::toString).collect(Collectors.joining(", "));
    assertThat(Place.named(List.of(text))).isEqualTo(places);
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      assertThat(Place.named(List.of(text))).isNotEmpty();
    } catch (Problem refused) {
      assertThat(refused.type().status()).isEqualTo(400);
    }
  }

  @Example
  void aSequenceIsTakenAsAChangeFeedWritesIt() {
    assertThat(Place.named(List.of("MEMBER:00000000000000000042")))
        .containsExactly(new Place.OfSequence(Topic.MEMBER, 42));
    assertThat(Place.named(List.of("MEMBER:0")))
        .containsExactly(new Place.OfSequence(Topic.MEMBER, 0));
  }

  @Example
  void severalParametersAreOneList() {
    UUID event = UUID.randomUUID();
    assertThat(Place.named(List.of("REGISTRY:7,MEMBER:" + event, "ACTIVITY:1")))
        .containsExactly(
            new Place.OfSequence(Topic.REGISTRY, 7),
            new Place.OfEvent(Topic.MEMBER, event),
            new Place.OfSequence(Topic.ACTIVITY, 1));
  }

  @Example
  void whatNamesNoPlaceIsRefused() {
    for (String text :
        List.of(
            "",
            " ",
            ",",
            "MEMBER",
            "MEMBER:",
            "MEMBER:-1",
            "MEMBER:1.5",
            "MEMBER:1e3",
            "MEMBER:9223372036854775808",
            "MEMBER:1,",
            "MEMBER:1;MEMBER:2",
            "member:1",
            "PARTY:1",
            "jiceng.member.v1:1",
            "MEMBER:1-1-1-1-1",
            "MEMBER:" + UUID.randomUUID() + "x",
            "MEMBER:" + "9".repeat(40))) {
      assertThatThrownBy(() -> Place.named(List.of(text)))
          .as(text)
          .isInstanceOfSatisfying(
              Problem.class, refused -> assertThat(refused.reason()).isEqualTo("position"));
    }
    String many = String.join(",", Collections.nCopies(20, "MEMBER:1"));
    assertThat(Place.named(List.of(many))).hasSize(1);
    assertThatThrownBy(
            () ->
                Place.named(
                    java.util.stream.IntStream.range(0, 17).mapToObj(n -> "MEMBER:" + n).toList()))
        .isInstanceOfSatisfying(
            Problem.class, refused -> assertThat(refused.reason()).isEqualTo("too-many-positions"));
  }

  @Provide
  Arbitrary<Set<Place>> places() {
    Arbitrary<Topic> topics = Arbitraries.of(Topic.FACTS);
    Arbitrary<Place> events =
        Combinators.combine(topics, Arbitraries.create(UUID::randomUUID)).as(Place.OfEvent::new);
    Arbitrary<Place> sequences =
        Combinators.combine(topics, Arbitraries.longs().between(0, 999_999_999_999_999_999L))
            .as(Place.OfSequence::new);
    return Arbitraries.oneOf(events, sequences).set().ofMinSize(1).ofMaxSize(Place.MOST);
  }
}
