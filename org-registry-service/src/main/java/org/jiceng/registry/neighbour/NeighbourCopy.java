package org.jiceng.registry.neighbour;

import static org.jiceng.registry.neighbour.NeighbourRecord.Kind;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.BookingCancelled;
import org.jiceng.events.ActivityEvent.BookingConfirmed;
import org.jiceng.events.ActivityEvent.BookingHandedOver;
import org.jiceng.events.ActivityEvent.BrandAwarded;
import org.jiceng.events.ActivityEvent.BrandHandedOver;
import org.jiceng.events.ActivityEvent.BrandWithdrawn;
import org.jiceng.events.ActivityEvent.DemonstrationPointDesignated;
import org.jiceng.events.ActivityEvent.DemonstrationPointHandedOver;
import org.jiceng.events.ActivityEvent.DemonstrationPointWithdrawn;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteHandedOver;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.ConfirmationCorrected;
import org.jiceng.events.MemberEvent.LetterReissued;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.events.MemberEvent.MemberReassigned;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.MembershipRestored;
import org.jiceng.events.MemberEvent.MobileHostChanged;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.events.MemberEvent.TransferCancelled;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.MemberEvent.TransferExpired;
import org.jiceng.events.MemberEvent.TransferRedirected;
import org.jiceng.events.MemberEvent.TransferRefused;
import org.jiceng.events.MemberEvent.TransferRequested;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.EventHandler;
import org.jiceng.kit.time.BusinessClock;

/**
 * Keeps who is affiliated, hosted and on the move where, and which sites, bookings and honours are
 * whose: enough to say what a reorganisation touches, and that an organisation is empty.
 */
@ApplicationScoped
public class NeighbourCopy implements EventHandler {
  private final BusinessClock clock;

  NeighbourCopy(BusinessClock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "neighbour-copy";
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.MEMBER, Topic.ACTIVITY);
  }

  @Override
  public boolean wants(String type) {
    return !type.contains("-counted")
        && !type.endsWith("-followed.v1")
        && !type.contains("profile-changed")
        && !type.contains("workplace-changed");
  }

  @Override
  public void apply(List<RecordedEvent> batch, Connection connection) throws SQLException {
    NeighbourChanges changes = new NeighbourChanges();
    for (RecordedEvent event : batch) {
      if (event.data() instanceof MembershipEnded ended) {
        end(ended, event, changes);
      } else if (event.data() instanceof AffiliationRevoked e && e.to() == null) {
        changes.leave(e.memberId(), event.recordedAt());
      } else {
        members(event.data(), changes);
      }
      activities(event.data(), changes);
    }
    changes.store(connection);
  }

  /** A member whom another district takes over is here until the end of the day before. */
  private void end(MembershipEnded ended, RecordedEvent event, NeighbourChanges changes) {
    Instant end = event.effectiveOn().atStartOfDay(clock.zone()).toInstant();
    if (end.isAfter(event.recordedAt())) {
      changes.leave(ended.memberId(), end);
    } else {
      changes.remove(ended.memberId());
    }
  }

  private static void members(DomainEvent event, NeighbourChanges changes) {
    if (event instanceof MemberAdmitted e) {
      boolean probationary = e.status() == MembershipStatus.PROBATIONARY;
      changes.put(
          new NeighbourRecord(
              e.memberId(), Kind.MEMBER, e.organizationId(), null, null, probationary));
    } else if (event instanceof MemberConfirmed e) {
      changes.confirm(e.memberId(), true);
    } else if (event instanceof ConfirmationCorrected e) {
      changes.confirm(e.memberId(), e.on() != null);
    } else if (event instanceof MembershipRestored e) {
      boolean probationary = e.status() == MembershipStatus.PROBATIONARY;
      changes.put(
          new NeighbourRecord(
              e.memberId(), Kind.MEMBER, e.organizationId(), null, null, probationary));
    } else if (event instanceof AffiliationEntered e && e.to() == null) {
      changes.enter(e.memberId(), e.organizationId());
    } else if (event instanceof MemberReassigned e) {
      changes.handOver(e.memberId(), e.destinationId());
    } else if (event instanceof TransferRequested e) {
      changes.put(transfer(e.transferId(), e.sourceId(), e.destinationId()));
    } else if (event instanceof TransferRedirected e) {
      changes.put(transfer(e.transferId(), e.sourceId(), e.destinationId()));
    } else if (event instanceof TransferCompleted e) {
      changes.handOver(e.memberId(), e.destinationId());
      changes.remove(e.transferId());
    } else if (event instanceof TransferRefused e) {
      changes.remove(e.transferId());
    } else if (event instanceof TransferCancelled e) {
      changes.remove(e.transferId());
    } else if (event instanceof TransferExpired e) {
      changes.remove(e.transferId());
    } else if (event instanceof LetterReissued e) {
      changes.put(transfer(e.transferId(), e.sourceId(), e.destinationId()));
    } else {
      mobile(event, changes);
    }
  }

  private static void mobile(DomainEvent event, NeighbourChanges changes) {
    if (event instanceof MobileMemberHosted e) {
      changes.put(NeighbourRecord.of(e.registrationId(), Kind.REGISTRATION, e.hostId()));
    } else if (event instanceof MobileHostChanged e) {
      changes.put(NeighbourRecord.of(e.registrationId(), Kind.REGISTRATION, e.hostId()));
    } else if (event instanceof MobileHostingEnded e) {
      changes.remove(e.registrationId());
    }
  }

  private static void activities(DomainEvent event, NeighbourChanges changes) {
    if (event instanceof SiteOpened e) {
      changes.put(NeighbourRecord.of(e.siteId(), Kind.SITE, e.organizationId()));
    } else if (event instanceof SiteHandedOver e) {
      changes.put(NeighbourRecord.of(e.siteId(), Kind.SITE, e.organizationId()));
    } else if (event instanceof SiteClosed e) {
      changes.remove(e.siteId());
    } else if (event instanceof BookingConfirmed e) {
      changes.put(
          new NeighbourRecord(
              e.bookingId(), Kind.BOOKING, e.organizationId(), null, e.endsAt(), false));
    } else if (event instanceof BookingHandedOver e) {
      changes.handOver(e.bookingId(), e.organizationId());
    } else if (event instanceof BookingCancelled e) {
      changes.remove(e.bookingId());
    } else if (event instanceof BrandAwarded e) {
      changes.put(NeighbourRecord.of(e.brandId(), Kind.BRAND, e.organizationId()));
    } else if (event instanceof BrandHandedOver e) {
      changes.put(NeighbourRecord.of(e.brandId(), Kind.BRAND, e.organizationId()));
    } else if (event instanceof BrandWithdrawn e) {
      changes.remove(e.brandId());
    } else {
      demonstrationPoints(event, changes);
    }
  }

  private static void demonstrationPoints(DomainEvent event, NeighbourChanges changes) {
    if (event instanceof DemonstrationPointDesignated e) {
      changes.put(point(e.demonstrationPointId(), e.organizationId()));
    } else if (event instanceof DemonstrationPointHandedOver e) {
      changes.put(point(e.demonstrationPointId(), e.organizationId()));
    } else if (event instanceof DemonstrationPointWithdrawn e) {
      changes.remove(e.demonstrationPointId());
    }
  }

  private static NeighbourRecord transfer(UUID id, UUID source, UUID destination) {
    return new NeighbourRecord(id, Kind.TRANSFER, source, destination, null, false);
  }

  private static NeighbourRecord point(UUID id, UUID organization) {
    return NeighbourRecord.of(id, Kind.DEMONSTRATION_POINT, organization);
  }
}
