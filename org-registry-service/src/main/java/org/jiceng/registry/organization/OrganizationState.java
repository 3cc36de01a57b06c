package org.jiceng.registry.organization;

/** Where an organisation stands in its life. */
public enum OrganizationState {
  ACTIVE,
  SUSPENDED,
  DISSOLVED
}
