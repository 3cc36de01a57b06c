package org.jiceng.registry.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;

/** An organisation as it goes out, today's or as of a date. */
public record OrganizationView(
    UUID id,
    String code,
    String name,
    OrganizationType type,
    Sector sector,
    EstablishmentMode mode,
    boolean temporary,
    UUID parentId,
    String areaCode,
    UUID foundedBy,
    OrganizationState state,
    LocalDate establishedOn,
    LocalDate dissolvedOn,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Only in the answer to a command: what should be looked at")
        List<Warning> warnings) {

  /** The same, with what should be looked at. */
  OrganizationView warning(List<Warning> found) {
    return new OrganizationView(
        id,
        code,
        name,
        type,
        sector,
        mode,
        temporary,
        parentId,
        areaCode,
        foundedBy,
        state,
        establishedOn,
        dissolvedOn,
        version,
        found);
  }
}
