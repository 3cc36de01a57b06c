package org.jiceng.registry.organization;

import org.jiceng.events.AreaLevel;

/**
 * What stands or lies above an organisation: an organisation of its line, or an area of its
 * territory, the other being null.
 *
 * @param distance how far above: 1 is the parent, 0 the organisation's own area
 */
public record Ancestor(int distance, OrganizationView organization, Place area) {

  boolean isItself() {
    return organization != null && distance == 0;
  }

  /** An area as it was on the date, whoever is in it. */
  public record Place(
      String code,
      String standardCode,
      AreaLevel level,
      String name,
      String nameEn,
      String parentCode) {}
}
