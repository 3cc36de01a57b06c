package org.jiceng.activity.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.CalendarOpened;
import org.jiceng.events.ActivityEvent.CalendarRevoked;
import org.jiceng.kit.problem.Problem;

/** A feed that shows a site's or an organisation's bookings to whoever knows its secret. */
@Entity
@Table(name = "calendar")
public class Calendar {
  @Id
  @Column(name = "calendar_id")
  UUID id;

  @Column(name = "site_id")
  UUID siteId;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "secret_digest")
  String secretDigest;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "revoked_at")
  Instant revokedAt;

  @Version long version;

  protected Calendar() {}

  Calendar(UUID id, UUID siteId, UUID organizationId, CalendarSecret secret, Instant now) {
    this.id = id;
    this.siteId = siteId;
    this.organizationId = organizationId;
    this.secretDigest = secret.digest();
    this.openedAt = now;
  }

  CalendarOpened opened() {
    return new CalendarOpened(id, siteId, organizationId);
  }

  CalendarRevoked revoke(Instant now) {
    if (revokedAt != null) {
      throw new Problem(CalendarProblems.REVOKED);
    }
    revokedAt = now;
    return new CalendarRevoked(id, organizationId);
  }
}
