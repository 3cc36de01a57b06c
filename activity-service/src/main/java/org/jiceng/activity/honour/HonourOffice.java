package org.jiceng.activity.honour;

import jakarta.inject.Singleton;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/** What every desk of honours works with. */
@Singleton
public class HonourOffice {
  final Contributions contributions;
  final Organizations organizations;
  final HonourPolicy policy;
  final Scopes scopes;
  final Preconditions preconditions;
  final Outbox outbox;
  final Audit audit;
  final BusinessClock clock;

  HonourOffice(
      Contributions contributions,
      Organizations organizations,
      HonourPolicy policy,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.contributions = contributions;
    this.organizations = organizations;
    this.policy = policy;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }
}
