package org.jiceng.certification.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jiceng.certification.plain.Place;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;

/**
 * What a consumer is asked: all figures of a place on a day, by what was on record.
 *
 * @param area of an area; null where it is of an organisation
 * @param organization of an organisation with all below it; null where it is of an area
 * @param since the day since when changes count
 * @param knownAt only what was recorded by that moment; null where that does not matter
 * @param upTo only what stands in each log up to a sequence; null where that does not matter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
    String id,
    String area,
    UUID organization,
    LocalDate asOf,
    LocalDate since,
    Instant knownAt,
    Map<Topic, Long> upTo) {

  Place place() {
    return area == null ? Place.organization(organization) : Place.area(area);
  }

  /** Whether an event was on record, as the question means it. */
  boolean knows(RecordedEvent event) {
    boolean byThen = knownAt == null || !event.recordedAt().isAfter(knownAt);
    return byThen && (upTo == null || event.sequence() <= upTo.get(Topic.of(event.data())));
  }
}
