package org.jiceng.certification.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.ActivityCounted;
import org.jiceng.events.ActivityEvent.ActivityCountedByArea;
import org.jiceng.events.ActivityEvent.ActivityCountedByAreaV1;
import org.jiceng.events.ActivityEvent.ActivityCountedV1;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MemberCounted;
import org.jiceng.events.MemberEvent.MemberCountedByArea;
import org.jiceng.events.MemberEvent.MemberCountedByAreaV1;
import org.jiceng.events.MemberEvent.MemberCountedV1;
import org.jiceng.events.MemberEvent.MobileHostChanged;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.FindingClosed;
import org.jiceng.events.RegistryEvent.FindingOpened;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationRelocated;
import org.jiceng.events.RegistryEvent.RegistryCounted;
import org.jiceng.events.RegistryEvent.RegistryCountedByArea;
import org.jiceng.events.RegistryEvent.RegistryCountedByAreaV1;
import org.jiceng.events.RegistryEvent.RegistryCountedV1;
import org.jiceng.events.Topic;

/**
 * What each service counts in its own tables, told as it once was and as it is now. No figure
 * follows from it.
 */
final class Tallies {
  private final Chronicle chronicle;
  private final Map<UUID, String> organizations = new HashMap<>();
  private final Map<UUID, UUID> hosted = new HashMap<>();
  private final Map<UUID, String> findings = new HashMap<>();
  private final Map<UUID, String> sites = new HashMap<>();

  Tallies(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  /** Counts what was told so far. */
  void tell() {
    chronicle.events().forEach(event -> count(event.data()));
    Map<String, Long> found = Map.of("finding", (long) findings.size());
    Map<String, Long> foundByArea = byTownship("finding", findings.values());
    tell(new RegistryCountedV1(found), new RegistryCountedByAreaV1(foundByArea));
    RecordedEvent last = last(Topic.REGISTRY);
    List<UUID> also = List.of(last.id());
    tell(
        new RegistryCounted(found, last.sequence() - 1, also),
        new RegistryCountedByArea(foundByArea, last.sequence() - 1, also));
    tellOfMembers();
    tellOfActivities();
  }

  private void tellOfMembers() {
    Map<String, Long> guests = Map.of("mobileHosted", (long) hosted.size());
    Map<String, Long> byArea =
        byTownship("mobileHosted", hosted.values().stream().map(organizations::get).toList());
    tell(new MemberCountedV1(guests), new MemberCountedByAreaV1(byArea));
    long through = last(Topic.MEMBER).sequence();
    tell(
        new MemberCounted(guests, through, List.of()),
        new MemberCountedByArea(byArea, through, List.of()));
  }

  private void tellOfActivities() {
    Map<String, Long> open = Map.of("site", (long) sites.size());
    Map<String, Long> byArea = byTownship("site", sites.values());
    tell(new ActivityCountedV1(open), new ActivityCountedByAreaV1(byArea));
    long through = last(Topic.ACTIVITY).sequence();
    tell(
        new ActivityCounted(open, through, List.of()),
        new ActivityCountedByArea(byArea, through, List.of()));
  }

  private void count(DomainEvent event) {
    if (event instanceof OrganizationEstablished e) {
      organizations.put(e.organizationId(), e.areaCode());
    } else if (event instanceof OrganizationRelocated e) {
      organizations.put(e.organizationId(), e.areaCode());
    } else if (event instanceof FindingOpened e) {
      findings.put(e.findingId(), e.areaCode());
    } else if (event instanceof FindingClosed e) {
      findings.remove(e.findingId());
    } else if (event instanceof MobileMemberHosted e) {
      hosted.put(e.registrationId(), e.hostId());
    } else if (event instanceof MobileHostChanged e) {
      hosted.put(e.registrationId(), e.hostId());
    } else if (event instanceof MobileHostingEnded e) {
      hosted.remove(e.registrationId());
    } else if (event instanceof SiteOpened e) {
      sites.put(e.siteId(), e.areaCode());
    } else if (event instanceof SiteClosed e) {
      sites.remove(e.siteId());
    }
  }

  private static Map<String, Long> byTownship(String measure, Collection<String> areas) {
    Map<String, Long> counts = new TreeMap<>();
    areas.forEach(
        area -> counts.merge(measure + "@" + area.substring(0, 9) + "000", 1L, Long::sum));
    return counts;
  }

  private void tell(DomainEvent inAll, DomainEvent byArea) {
    chronicle.tell(inAll, chronicle.today());
    chronicle.tell(byArea, chronicle.today());
  }

  private RecordedEvent last(Topic topic) {
    List<RecordedEvent> told =
        chronicle.events().stream().filter(e -> Topic.of(e.data()) == topic).toList();
    return told.get(told.size() - 1);
  }
}
