package org.jiceng.reporting.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.BrandAwarded;
import org.jiceng.events.ActivityEvent.BrandHandedOver;
import org.jiceng.events.ActivityEvent.BrandWithdrawn;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteHandedOver;
import org.jiceng.events.ActivityEvent.SiteMeasured;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.MemberEvent.AbsenceEnded;
import org.jiceng.events.MemberEvent.AbsenceReported;
import org.jiceng.events.MemberEvent.AdmissionRevoked;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberReassigned;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.MembershipRestored;
import org.jiceng.events.MemberEvent.MobileHostChanged;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.RegistryEvent.AreaMeasured;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.events.RegistryEvent.BuildingClosed;
import org.jiceng.events.RegistryEvent.BuildingCovered;
import org.jiceng.events.RegistryEvent.BuildingRegistered;
import org.jiceng.events.RegistryEvent.OrganizationDissolved;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.PostCreated;
import org.jiceng.events.RegistryEvent.PostFilled;
import org.jiceng.events.RegistryEvent.PostVacated;
import org.jiceng.events.RegistryEvent.UnitChanged;
import org.jiceng.events.RegistryEvent.UnitClosed;
import org.jiceng.events.RegistryEvent.UnitCovered;
import org.jiceng.events.RegistryEvent.UnitRegistered;
import org.jiceng.events.RegistryEvent.UnitUncovered;

/** What there was on one day, by walking through all that happened until then: slow, and plain. */
final class NaiveFigures {
  private final LocalDate asOf;
  private final NaiveLine line;
  private final Map<String, Thing> things = new HashMap<>();
  private final Map<String, String> townships = new HashMap<>();
  private final Map<UUID, PostCreated> posts = new HashMap<>();

  NaiveFigures(List<Fact> facts, LocalDate asOf) {
    this.asOf = asOf;
    List<Fact> until = facts.stream().filter(f -> !f.on().isAfter(asOf)).toList();
    line = new NaiveLine(until);
    until.forEach(this::happened);
  }

  /** The sum of a measure over an area, or over an organisation's subtree; null is any. */
  BigDecimal sum(String measure, String areaPrefix, UUID subtree, String sector) {
    return things.values().stream()
        .filter(t -> t.what().equals(measure))
        .filter(t -> areaPrefix == null || lay(areaOf(t), areaPrefix))
        .filter(t -> subtree == null || (t.organization() != null && within(t, subtree)))
        .filter(t -> sector == null || line.sector(t.organization()).name().equals(sector))
        .map(Thing::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean within(Thing thing, UUID subtree) {
    return line.isWithin(thing.organization(), subtree);
  }

  private boolean lay(String area, String areaPrefix) {
    return area.equals(areaPrefix) || townships.getOrDefault(area, area).startsWith(areaPrefix);
  }

  private String areaOf(Thing thing) {
    return thing.area() == null ? line.area(thing.organization()) : thing.area();
  }

  private void happened(Fact fact) {
    if (fact.event() instanceof OrganizationEstablished e) {
      put("o" + e.organizationId(), Thing.one("organization", e.organizationId(), null));
    } else if (fact.event() instanceof OrganizationDissolved e) {
      things.remove("o" + e.organizationId());
    } else if (fact.event() instanceof MemberAdmitted e) {
      put("m" + e.memberId(), Thing.one("member", e.organizationId(), null));
      if (e.admittedBy() != null) {
        put("a" + e.memberId(), Thing.one("member.admittedBy", e.admittedBy(), null));
      }
    } else if (fact.event() instanceof AdmissionRevoked e) {
      things.remove("a" + e.memberId());
    } else if (fact.event() instanceof TransferCompleted e) {
      put("m" + e.memberId(), Thing.one("member", e.destinationId(), null));
      put("to" + e.transferId(), Thing.one("transfer.out", e.sourceId(), null));
      put("ti" + e.transferId(), Thing.one("transfer.in", e.destinationId(), null));
    } else if (fact.event() instanceof MembershipRestored e) {
      put("m" + e.memberId(), Thing.one("member", e.organizationId(), null));
    } else if (fact.event() instanceof AffiliationEntered e) {
      stay(e.memberId(), e.organizationId(), e.to());
    } else if (fact.event() instanceof AffiliationRevoked e) {
      things.remove("m" + e.memberId());
    } else if (fact.event() instanceof MemberReassigned e) {
      put("m" + e.memberId(), Thing.one("member", e.destinationId(), null));
    } else if (fact.event() instanceof MobileHostChanged e) {
      put("h" + e.registrationId(), Thing.one("mobileHosted", e.hostId(), null));
    } else if (fact.event() instanceof MembershipEnded e) {
      things.remove("m" + e.memberId());
    } else if (fact.event() instanceof MobileMemberHosted e) {
      put("h" + e.registrationId(), Thing.one("mobileHosted", e.hostId(), null));
    } else if (fact.event() instanceof MobileHostingEnded e) {
      things.remove("h" + e.registrationId());
    } else if (fact.event() instanceof AbsenceReported e) {
      put("w" + e.absenceId(), Thing.one("mobileAway", e.homeId(), null));
    } else if (fact.event() instanceof AbsenceEnded e) {
      things.remove("w" + e.absenceId());
    } else {
      inPlaces(fact);
    }
  }

  private void stay(UUID member, UUID organization, LocalDate to) {
    if (to == null || to.isAfter(asOf)) {
      put("m" + member, Thing.one("member", organization, null));
    }
  }

  private void inPlaces(Fact fact) {
    if (fact.event() instanceof UnitRegistered e) {
      put("u" + e.unitId(), Thing.one("unit." + e.kind(), null, e.areaCode()));
    } else if (fact.event() instanceof UnitChanged e) {
      put("u" + e.unitId(), Thing.one("unit." + e.kind(), null, e.areaCode()));
      things.computeIfPresent(
          "c" + e.unitId(),
          (key, cover) -> Thing.one("unit.covered", cover.organization(), e.areaCode()));
    } else if (fact.event() instanceof UnitCovered e) {
      String area = things.get("u" + e.unitId()).area();
      put("c" + e.unitId(), Thing.one("unit.covered", e.organizationId(), area));
    } else if (fact.event() instanceof UnitUncovered e) {
      things.remove("c" + e.unitId());
    } else if (fact.event() instanceof UnitClosed e) {
      things.remove("u" + e.unitId());
      things.remove("c" + e.unitId());
    } else if (fact.event() instanceof BuildingRegistered e) {
      put("b" + e.buildingId(), Thing.one("building", null, e.areaCode()));
    } else if (fact.event() instanceof BuildingCovered e) {
      String area = things.get("b" + e.buildingId()).area();
      put("d" + e.buildingId(), Thing.one("building.covered", e.organizationId(), area));
    } else if (fact.event() instanceof BuildingClosed e) {
      things.remove("b" + e.buildingId());
      things.remove("d" + e.buildingId());
    } else if (fact.event() instanceof AreaReassigned e) {
      townships.put(e.areaCode(), e.parentCode());
    } else if (fact.event() instanceof AreaMeasured e) {
      put(
          "p" + e.areaCode(),
          new Thing("area.population", null, e.areaCode(), new BigDecimal(e.population())));
    } else {
      postsAndSites(fact);
    }
  }

  private void postsAndSites(Fact fact) {
    if (fact.event() instanceof PostCreated e) {
      posts.put(e.postId(), e);
    } else if (fact.event() instanceof PostFilled e) {
      PostCreated post = posts.get(e.postId());
      put("t" + e.postId(), Thing.one("post." + post.kind(), post.organizationId(), null));
    } else if (fact.event() instanceof PostVacated e) {
      things.remove("t" + e.postId());
    } else if (fact.event() instanceof SiteOpened e) {
      put("s" + e.siteId(), Thing.one("site", e.organizationId(), e.areaCode()));
      put(
          "f" + e.siteId(),
          new Thing("site.floorArea", e.organizationId(), e.areaCode(), e.floorArea()));
    } else if (fact.event() instanceof SiteMeasured e) {
      Thing site = things.get("f" + e.siteId());
      put(
          "f" + e.siteId(),
          new Thing("site.floorArea", site.organization(), site.area(), e.floorArea()));
    } else if (fact.event() instanceof SiteHandedOver e) {
      handOver("s" + e.siteId(), e.organizationId());
      handOver("f" + e.siteId(), e.organizationId());
    } else if (fact.event() instanceof BrandHandedOver e) {
      handOver("r" + e.brandId(), e.organizationId());
    } else if (fact.event() instanceof SiteClosed e) {
      things.remove("s" + e.siteId());
      things.remove("f" + e.siteId());
    } else if (fact.event() instanceof BrandAwarded e) {
      put("r" + e.brandId(), Thing.one("brand", e.organizationId(), e.areaCode()));
    } else if (fact.event() instanceof BrandWithdrawn e) {
      things.remove("r" + e.brandId());
    }
  }

  private void handOver(String key, UUID organization) {
    Thing thing = things.get(key);
    put(key, new Thing(thing.what(), organization, thing.area(), thing.amount()));
  }

  private void put(String key, Thing thing) {
    things.put(key, thing);
  }

  /** Every measure that this model knows. */
  static List<String> measures() {
    return new ArrayList<>(
        List.of(
            "organization",
            "member",
            "member.admittedBy",
            "mobileHosted",
            "mobileAway",
            "transfer.in",
            "transfer.out",
            "unit.NON_PUBLIC_ENTERPRISE",
            "unit.INDIVIDUAL_BUSINESS",
            "unit.SOCIAL_ORGANIZATION",
            "unit.covered",
            "building",
            "building.covered",
            "area.population",
            "post.SECRETARY",
            "post.INSTRUCTOR",
            "site",
            "site.floorArea",
            "brand"));
  }
}
