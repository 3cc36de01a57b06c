package org.jiceng.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** The organisations that others become. */
@ApplicationScoped
public class Destinations {
  private final Organizations organizations;
  private final OrganizationCommands commands;

  Destinations(Organizations organizations, OrganizationCommands commands) {
    this.organizations = organizations;
    this.commands = commands;
  }

  /** One that is there and at work on the day; 422 at the field otherwise. */
  public UUID existing(String field, UUID id, LocalDate on) {
    organizations.named(field, id).requireAtWork(field, on);
    return id;
  }

  /** One that comes with the reorganisation. */
  public UUID establish(UUID id, NewOrganization wanted, LocalDate on) {
    return commands.establish(id, wanted, on).id();
  }

  /** Whether the caller may establish it there (404, 422). */
  public void requireMayEstablish(NewOrganization wanted) {
    commands.requireMayEstablish(wanted);
  }
}
