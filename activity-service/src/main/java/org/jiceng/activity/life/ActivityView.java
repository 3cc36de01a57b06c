package org.jiceng.activity.life;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityKind;

/**
 * An activity as it goes out. What is not known of it is not there.
 *
 * @param organizationId who leads it and keeps its record
 * @param heldOn the day on which it took place; null of one that did not, or not yet
 * @param attendances how many attended
 * @param hosted how many of these are mobile members whom one of the organisations hosts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActivityView(
    UUID id,
    UUID organizationId,
    List<UUID> jointlyWith,
    ActivityKind kind,
    ActivityState state,
    String title,
    LocalDate heldOn,
    Instant startsAt,
    Instant endsAt,
    UUID siteId,
    UUID bookingId,
    String place,
    List<String> agenda,
    Places signUp,
    long attendances,
    long hosted,
    String reasonCode,
    long version) {

  /**
   * How far sign-up has come.
   *
   * @param taken how many have a place
   * @param waiting how many wait for one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Places(int limit, Instant opensAt, Instant closesAt, long taken, long waiting) {}
}
