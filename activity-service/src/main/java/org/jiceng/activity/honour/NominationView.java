package org.jiceng.activity.honour;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A nomination as it goes out.
 *
 * @param honourId the brand or demonstration point that came of it
 */
@Schema(name = "Nomination")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NominationView(
    UUID id,
    HonourKind kind,
    String name,
    UUID organizationId,
    String areaCode,
    String state,
    LocalDate nominatedOn,
    LocalDate decidedOn,
    String reasonCode,
    UUID honourId,
    long version) {
  static NominationView of(Nomination one) {
    return new NominationView(
        one.id,
        one.kind,
        one.name,
        one.organizationId,
        one.areaCode,
        one.state.name(),
        one.nominatedOn,
        one.decidedOn,
        one.reasonCode,
        one.honourId,
        one.version);
  }
}
