package org.jiceng.certification.plain;

import java.util.UUID;

/** Of what a figure is asked: an area, or an organisation with all below it. */
public sealed interface Place {
  /** An area by its twelve digits. */
  record Area(String code) implements Place {}

  /** An organisation with all below it in the line. */
  record Organization(UUID id) implements Place {}

  static Place area(String code) {
    return new Area(code);
  }

  static Place organization(UUID id) {
    return new Organization(id);
  }
}
