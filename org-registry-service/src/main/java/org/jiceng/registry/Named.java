package org.jiceng.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;

/** Refuses a command that names what is not there. */
@ApplicationScoped
public class Named {
  private final Tables tables;

  Named(Tables tables) {
    this.tables = tables;
  }

  /** The area must be there and open (422 at the field). */
  public void requireArea(String field, String code) {
    if (tables
        .one("select 1 from area where code = ? and closed_on is null", row -> true, code)
        .isEmpty()) {
      throw Problem.violation(field, "no-area", code);
    }
  }

  /** The organisation must be there and at work (422 at the field). */
  public void requireActiveOrganization(String field, UUID id) {
    if (tables
        .one("select 1 from organization where id = ? and state = 'ACTIVE'", row -> true, id)
        .isEmpty()) {
      throw Problem.violation(field, "no-organization", id);
    }
  }
}
