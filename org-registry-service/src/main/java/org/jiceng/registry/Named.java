package org.jiceng.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;

/** Refuses a command that names what is not there. */
@ApplicationScoped
public class Named {
  private static final String NOWHERE = "-";

  private final Tables tables;
  private final Caller caller;
  private final Scopes scopes;

  Named(Tables tables, Caller caller, Scopes scopes) {
    this.tables = tables;
    this.caller = caller;
    this.scopes = scopes;
  }

  /** The area must be there and open (422 at the field), and stays open until we are done. */
  public void requireArea(String field, String code) {
    if (tables
        .one(
            "select 1 from area where code = ? and closed_on is null for key share",
            row -> true,
            code)
        .isEmpty()) {
      throw Problem.violation(field, "no-area", code);
    }
  }

  /**
   * A caller who does not act for the whole district registers only what lies in the area of their
   * own organisation; elsewhere looks like nowhere (404).
   */
  public void requireAreaInScope(String code) {
    if (!isAreaInScope(code)) {
      throw Problem.notFound();
    }
  }

  /** Whether an area lies today in that of the caller's own organisation, or in their district. */
  public boolean isAreaInScope(String code) {
    return caller.wholeDistrict()
        || tables.any(
            "select 1 from area_within"
                + " where within_code = ? and area_code = ? and valid_to is null",
            areaOfScope(),
            code);
  }

  /** The area of the caller's own organisation, in which nothing lies if they have none. */
  public String areaOfScope() {
    return caller
        .organizationId()
        .flatMap(
            id ->
                tables.one(
                    "select area_code from organization where id = ?", row -> row.getString(1), id))
        .orElse(NOWHERE);
  }

  /** What concerns every territory is for who acts for the whole district (404). */
  public void requireWholeDistrict() {
    if (!caller.wholeDistrict()) {
      throw Problem.notFound();
    }
  }

  /**
   * Whose coverage it is to change: of what is covered, theirs who cover it; of what is not, theirs
   * in whose area it lies (404).
   */
  public void requireCoverageInScope(UUID coveredBy, String areaCode) {
    if (coveredBy == null) {
      requireAreaInScope(areaCode);
    } else {
      scopes.requireWithin(coveredBy);
    }
  }

  /** The organisation must be there and at work (422 at the field), until we are done. */
  public void requireActiveOrganization(String field, UUID id) {
    if (tables
        .one(
            "select 1 from organization where id = ? and state = 'ACTIVE' for share",
            row -> true,
            id)
        .isEmpty()) {
      throw Problem.violation(field, "no-organization", id);
    }
  }
}
