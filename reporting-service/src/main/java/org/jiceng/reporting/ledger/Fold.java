package org.jiceng.reporting.ledger;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.events.ActivityEvent;
import org.jiceng.events.ActivityEvent.BookingCancelled;
import org.jiceng.events.ActivityEvent.BookingConfirmed;
import org.jiceng.events.ActivityEvent.BookingHandedOver;
import org.jiceng.events.ActivityEvent.BrandAwarded;
import org.jiceng.events.ActivityEvent.BrandHandedOver;
import org.jiceng.events.ActivityEvent.BrandWithdrawn;
import org.jiceng.events.ActivityEvent.DemonstrationPointDesignated;
import org.jiceng.events.ActivityEvent.DemonstrationPointHandedOver;
import org.jiceng.events.ActivityEvent.DemonstrationPointWithdrawn;
import org.jiceng.events.ActivityEvent.OpeningHoursSet;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteHandedOver;
import org.jiceng.events.ActivityEvent.SiteMeasured;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.ActivityEvent.SpaceAdded;
import org.jiceng.events.ActivityEvent.SpaceClosed;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent;
import org.jiceng.events.MemberEvent.AbsenceEnded;
import org.jiceng.events.MemberEvent.AbsenceReported;
import org.jiceng.events.MemberEvent.AdmissionRevoked;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.ExternalTransferAdvanced;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberReassigned;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.MembershipRestored;
import org.jiceng.events.MemberEvent.MobileHostChanged;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent;
import org.jiceng.events.RegistryEvent.AreaClosed;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaMeasured;
import org.jiceng.events.RegistryEvent.BuildingChanged;
import org.jiceng.events.RegistryEvent.BuildingClosed;
import org.jiceng.events.RegistryEvent.BuildingCovered;
import org.jiceng.events.RegistryEvent.BuildingRegistered;
import org.jiceng.events.RegistryEvent.BuildingUncovered;
import org.jiceng.events.RegistryEvent.FindingClosed;
import org.jiceng.events.RegistryEvent.FindingOpened;
import org.jiceng.events.RegistryEvent.OrganizationDissolved;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.PostCreated;
import org.jiceng.events.RegistryEvent.PostFilled;
import org.jiceng.events.RegistryEvent.PostVacated;
import org.jiceng.events.RegistryEvent.StationClosed;
import org.jiceng.events.RegistryEvent.StationOpened;
import org.jiceng.events.RegistryEvent.UnitChanged;
import org.jiceng.events.RegistryEvent.UnitClosed;
import org.jiceng.events.RegistryEvent.UnitCovered;
import org.jiceng.events.RegistryEvent.UnitRegistered;
import org.jiceng.events.RegistryEvent.UnitUncovered;
import org.jiceng.events.Sector;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;
import org.jiceng.events.TransferDirection;
import org.jiceng.events.TransferStep;

/**
 * The one fold: what each event adds to the ledger. It knows the event and what earlier events of
 * the same record left in its state, nothing else; so the order of different records never matters.
 */
public final class Fold {
  private static final Set<Sector> TWO_NEW =
      EnumSet.of(Sector.NON_PUBLIC_ENTERPRISE, Sector.SOCIAL_ORGANIZATION);
  private static final Set<SiteOrigin> INTEGRATED =
      EnumSet.of(SiteOrigin.BUILDING, SiteOrigin.TWO_NEW);
  private static final BigDecimal LARGE_CENTRE = new BigDecimal(500);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal MINUS_ONE = ONE.negate();

  private final LocalDate on;
  private final RecordState state;
  private final List<Posting> postings = new ArrayList<>();

  private Fold(LocalDate on, RecordState state) {
    this.on = on;
    this.state = state;
  }

  /** The postings of an event; the state is brought up to date. */
  public static List<Posting> of(RecordedEvent event, RecordState state) {
    Fold fold = new Fold(event.effectiveOn(), state);
    DomainEvent data = event.data();
    if (data instanceof RegistryEvent registry) {
      fold.registry(registry);
    } else if (data instanceof MemberEvent member) {
      fold.member(member);
    } else if (data instanceof ActivityEvent activity) {
      fold.activity(activity);
    }
    return fold.postings;
  }

  private void registry(RegistryEvent event) {
    if (event instanceof AreaDefined e) {
      state.put("level", e.level().name());
      inArea("area." + e.level(), e.areaCode(), e.areaCode(), ONE);
    } else if (event instanceof AreaClosed e) {
      inArea("area." + state.get("level"), e.areaCode(), e.areaCode(), MINUS_ONE);
    } else if (event instanceof AreaMeasured e) {
      measured(e);
    } else if (event instanceof OrganizationEstablished e) {
      established(e);
    } else if (event instanceof OrganizationDissolved e) {
      dissolved(e);
    } else if (event instanceof UnitRegistered e) {
      registered(e.unitId(), "unit." + e.kind(), e.areaCode());
    } else if (event instanceof UnitChanged e) {
      changed(e.unitId(), "unit." + e.kind(), "unit.covered", e.areaCode());
    } else if (event instanceof UnitCovered e) {
      covered(e.unitId(), "unit.covered", e.organizationId());
    } else if (event instanceof UnitUncovered e) {
      covered(e.unitId(), "unit.covered", null);
    } else if (event instanceof UnitClosed e) {
      closed(e.unitId(), "unit.covered");
    } else if (event instanceof BuildingRegistered e) {
      registered(e.buildingId(), "building", e.areaCode());
      postings.addAll(new Stations(on, state).lie(e.areaCode()));
    } else if (event instanceof BuildingChanged e) {
      buildingChanged(e);
    } else if (event instanceof BuildingCovered e) {
      covered(e.buildingId(), "building.covered", e.organizationId());
    } else if (event instanceof BuildingUncovered e) {
      covered(e.buildingId(), "building.covered", null);
    } else if (event instanceof BuildingClosed e) {
      closed(e.buildingId(), "building.covered");
    } else {
      stationOrPost(event);
    }
  }

  private void stationOrPost(RegistryEvent event) {
    if (event instanceof StationOpened e) {
      postings.addAll(new Stations(on, state).open(e));
    } else if (event instanceof StationClosed e) {
      postings.addAll(new Stations(on, state).close(e));
    } else if (event instanceof PostCreated e) {
      state.put("organization", e.organizationId().toString());
      state.put("kind", e.kind().name());
    } else if (event instanceof PostFilled e) {
      post(e.postId(), ONE);
    } else if (event instanceof PostVacated e) {
      post(e.postId(), MINUS_ONE);
    } else if (event instanceof FindingOpened e) {
      state.put("rule", e.rule());
      state.put("organization", e.organizationId() == null ? null : e.organizationId().toString());
      state.put("area", e.areaCode());
      finding(e.findingId(), ONE);
    } else if (event instanceof FindingClosed e) {
      finding(e.findingId(), MINUS_ONE);
    }
  }

  /** Counted once among all findings and once among those of its rule. */
  private void finding(UUID id, BigDecimal amount) {
    String whose = state.get("organization");
    UUID organization = whose == null ? null : UUID.fromString(whose);
    post("finding", organization, state.get("area"), id.toString(), amount);
    post("finding." + state.get("rule"), organization, state.get("area"), id.toString(), amount);
  }

  private void member(MemberEvent event) {
    if (event instanceof MemberAdmitted e) {
      ofOrganization("member", e.organizationId(), e.memberId(), ONE);
      if (e.admittedBy() != null) {
        ofOrganization("member.admittedBy", e.admittedBy(), e.memberId(), ONE);
      }
    } else if (event instanceof AdmissionRevoked e) {
      ofOrganization("member.admittedBy", e.admittedBy(), e.memberId(), MINUS_ONE);
    } else if (event instanceof TransferCompleted e) {
      ofOrganization("member", e.sourceId(), e.memberId(), MINUS_ONE);
      ofOrganization("member", e.destinationId(), e.memberId(), ONE);
      ofOrganization("transfer.out", e.sourceId(), e.transferId(), ONE);
      ofOrganization("transfer.in", e.destinationId(), e.transferId(), ONE);
    } else if (event instanceof ExternalTransferAdvanced e) {
      external(e);
    } else if (event instanceof MembershipRestored e) {
      ofOrganization("member", e.organizationId(), e.memberId(), ONE);
    } else if (event instanceof AffiliationRevoked e) {
      stay(e.organizationId(), e.memberId(), e.from(), e.to(), MINUS_ONE);
    } else if (event instanceof AffiliationEntered e) {
      stay(e.organizationId(), e.memberId(), e.from(), e.to(), ONE);
    } else if (event instanceof MemberReassigned e) {
      ofOrganization("member", e.sourceId(), e.memberId(), MINUS_ONE);
      ofOrganization("member", e.destinationId(), e.memberId(), ONE);
    } else if (event instanceof MembershipEnded e) {
      ofOrganization("member", e.organizationId(), e.memberId(), MINUS_ONE);
    } else {
      mobile(event);
    }
  }

  private void mobile(MemberEvent event) {
    if (event instanceof MobileMemberHosted e) {
      ofOrganization("mobileHosted", e.hostId(), e.registrationId(), ONE);
    } else if (event instanceof MobileHostChanged e) {
      ofOrganization("mobileHosted", e.formerHostId(), e.registrationId(), MINUS_ONE);
      ofOrganization("mobileHosted", e.hostId(), e.registrationId(), ONE);
    } else if (event instanceof MobileHostingEnded e) {
      ofOrganization("mobileHosted", e.hostId(), e.registrationId(), MINUS_ONE);
    } else if (event instanceof AbsenceReported e) {
      ofOrganization("mobileAway", e.homeId(), e.absenceId(), ONE);
    } else if (event instanceof AbsenceEnded e) {
      ofOrganization("mobileAway", e.homeId(), e.absenceId(), MINUS_ONE);
    }
  }

  /** Counted where it ended, once the member has arrived. */
  private void external(ExternalTransferAdvanced e) {
    if (e.step() == TransferStep.COMPLETED) {
      boolean out = e.direction() == TransferDirection.OUT;
      String measure = out ? "transfer.outOfDistrict" : "transfer.intoDistrict";
      ofOrganization(measure, e.organizationId(), e.transferId(), ONE);
      String any = out ? "transfer.out" : "transfer.in";
      ofOrganization(any, e.organizationId(), e.transferId(), ONE);
    }
  }

  /** A whole stay is counted, or no longer, whatever the day of the event. */
  private void stay(
      UUID organization, UUID member, LocalDate from, LocalDate to, BigDecimal amount) {
    String record = member.toString();
    postings.add(new Posting("member", organization, null, record, from, amount));
    if (to != null) {
      postings.add(new Posting("member", organization, null, record, to, amount.negate()));
    }
  }

  private void activity(ActivityEvent event) {
    if (event instanceof SiteOpened e) {
      opened(e);
    } else if (event instanceof SiteMeasured e) {
      floorArea(e.siteId(), e.floorArea());
    } else if (event instanceof SpaceAdded e) {
      postings.addAll(new OpenMinutes(e.siteId(), on, state).spaces(1));
    } else if (event instanceof SpaceClosed e) {
      postings.addAll(new OpenMinutes(e.siteId(), on, state).spaces(-1));
    } else if (event instanceof OpeningHoursSet e) {
      postings.addAll(new OpenMinutes(e.siteId(), on, state).week(week(e)));
    } else if (event instanceof SiteClosed e) {
      postings.addAll(new OpenMinutes(e.siteId(), on, state).close());
      floorArea(e.siteId(), BigDecimal.ZERO);
      site("site", e.siteId(), MINUS_ONE);
      if (state.get("integrated") != null) {
        site("site.fromBuildingsAndTwoNew", e.siteId(), MINUS_ONE);
      }
    } else if (event instanceof SiteHandedOver e) {
      siteHandedOver(e);
    } else if (event instanceof BookingConfirmed e) {
      ofOrganization("booking", e.organizationId(), e.bookingId(), ONE);
    } else if (event instanceof BookingCancelled e) {
      ofOrganization("booking", e.organizationId(), e.bookingId(), MINUS_ONE);
    } else if (event instanceof BookingHandedOver e) {
      ofOrganization("booking", e.formerOrganizationId(), e.bookingId(), MINUS_ONE);
      ofOrganization("booking", e.organizationId(), e.bookingId(), ONE);
    } else if (event instanceof BrandAwarded e) {
      honoured("brand", e.brandId(), e.organizationId(), e.areaCode());
    } else if (event instanceof BrandWithdrawn e) {
      site("brand", e.brandId(), MINUS_ONE);
    } else if (event instanceof BrandHandedOver e) {
      handedOver("brand", e.brandId(), e.organizationId());
    } else if (event instanceof DemonstrationPointDesignated e) {
      honoured("demonstrationPoint", e.demonstrationPointId(), e.organizationId(), e.areaCode());
    } else if (event instanceof DemonstrationPointWithdrawn e) {
      site("demonstrationPoint", e.demonstrationPointId(), MINUS_ONE);
    } else if (event instanceof DemonstrationPointHandedOver e) {
      handedOver("demonstrationPoint", e.demonstrationPointId(), e.organizationId());
    } else {
      postings.addAll(new ActivityFold(on, state).of(event));
    }
  }

  private void established(OrganizationEstablished e) {
    ofOrganization("organization", e.organizationId(), e.organizationId(), ONE);
    if (e.foundedBy() != null && TWO_NEW.contains(e.sector())) {
      state.put("founder", e.foundedBy().toString());
      ofOrganization("organization.founded", e.foundedBy(), e.organizationId(), ONE);
    }
  }

  private void dissolved(OrganizationDissolved e) {
    ofOrganization("organization", e.organizationId(), e.organizationId(), MINUS_ONE);
    if (state.get("founder") != null) {
      UUID founder = UUID.fromString(state.get("founder"));
      ofOrganization("organization.founded", founder, e.organizationId(), MINUS_ONE);
    }
  }

  private void registered(UUID id, String measure, String areaCode) {
    state.put("measure", measure);
    state.put("area", areaCode);
    inArea(measure, areaCode, id.toString(), ONE);
  }

  /** The stations count where the building does. */
  private void buildingChanged(BuildingChanged e) {
    if (!state.get("area").equals(e.areaCode())) {
      changed(e.buildingId(), "building", "building.covered", e.areaCode());
      postings.addAll(new Stations(on, state).lie(e.areaCode()));
    }
  }

  /** It, and its coverage with it, counts as what and where it is from now on. */
  private void changed(UUID id, String measure, String coverage, String areaCode) {
    String area = state.get("area");
    String coveredBy = state.get("covered");
    inArea(state.get("measure"), area, id.toString(), MINUS_ONE);
    registered(id, measure, areaCode);
    if (coveredBy != null) {
      UUID organization = UUID.fromString(coveredBy);
      post(coverage, organization, area, id.toString(), MINUS_ONE);
      post(coverage, organization, areaCode, id.toString(), ONE);
    }
  }

  private void covered(UUID id, String measure, UUID organizationId) {
    String before = state.get("covered");
    if (before != null) {
      post(measure, UUID.fromString(before), state.get("area"), id.toString(), MINUS_ONE);
    }
    if (organizationId != null) {
      post(measure, organizationId, state.get("area"), id.toString(), ONE);
    }
    state.put("covered", organizationId == null ? null : organizationId.toString());
  }

  private void closed(UUID id, String coverage) {
    covered(id, coverage, null);
    inArea(state.get("measure"), state.get("area"), id.toString(), MINUS_ONE);
  }

  private void post(UUID postId, BigDecimal amount) {
    ofOrganization(
        "post." + state.get("kind"), UUID.fromString(state.get("organization")), postId, amount);
  }

  private void measured(AreaMeasured e) {
    Map<String, Long> values =
        Map.of(
            "area.population", e.population(),
            "area.registeredPopulation", e.registeredPopulation(),
            "area.migrantPopulation", e.migrantPopulation(),
            "area.households", e.households());
    step("area.measured", ONE)
        .forEach((day, delta) -> onDay("area.measured", e.areaCode(), day, delta));
    values.forEach(
        (measure, value) -> {
          boolean first = state.under(measure + " ").floorKey(measure + " " + on) == null;
          step(measure, new BigDecimal(value))
              .forEach((day, delta) -> onDay(measure, e.areaCode(), day, delta));
          if (first && value == 0) {
            // Else nobody could tell that it was measured from that it was not
            onDay(measure, e.areaCode(), on, BigDecimal.ZERO);
          }
        });
  }

  private void opened(SiteOpened e) {
    state.put("organization", e.organizationId().toString());
    state.put("area", e.areaCode());
    state.put("centre", e.kind() == SiteKind.SERVICE_CENTRE ? "yes" : null);
    state.put("integrated", INTEGRATED.contains(e.origin()) ? "yes" : null);
    site("site", e.siteId(), ONE);
    if (state.get("integrated") != null) {
      site("site.fromBuildingsAndTwoNew", e.siteId(), ONE);
    }
    floorArea(e.siteId(), e.floorArea());
  }

  /** All that is counted of a site goes to another organisation, with the values of that day. */
  private void siteHandedOver(SiteHandedOver e) {
    BigDecimal value = new BigDecimal(state.under("site.floorArea ").lastEntry().getValue());
    floorArea(e.siteId(), BigDecimal.ZERO);
    site("site", e.siteId(), MINUS_ONE);
    if (state.get("integrated") != null) {
      site("site.fromBuildingsAndTwoNew", e.siteId(), MINUS_ONE);
    }
    UUID former = UUID.fromString(state.get("organization"));
    state.put("organization", e.organizationId().toString());
    site("site", e.siteId(), ONE);
    if (state.get("integrated") != null) {
      site("site.fromBuildingsAndTwoNew", e.siteId(), ONE);
    }
    floorArea(e.siteId(), value);
    postings.addAll(new OpenMinutes(e.siteId(), on, state).handOver(former, e.organizationId()));
  }

  /** The minutes of a regular week. */
  private static long week(OpeningHoursSet e) {
    return Stream.of(DayOfWeek.values())
        .mapToLong(day -> e.openMinutes().getOrDefault(day.name(), 0L))
        .sum();
  }

  private void handedOver(String measure, UUID id, UUID organizationId) {
    site(measure, id, MINUS_ONE);
    state.put("organization", organizationId.toString());
    site(measure, id, ONE);
  }

  private void floorArea(UUID siteId, BigDecimal value) {
    steps(siteId, "site.floorArea", value);
    if (state.get("integrated") != null) {
      steps(siteId, "site.fromBuildingsAndTwoNew.floorArea", value);
    }
    if (state.get("centre") != null) {
      BigDecimal large = value.compareTo(LARGE_CENTRE) > 0 ? ONE : BigDecimal.ZERO;
      steps(siteId, "site.serviceCentreOver500", large);
    }
  }

  private void steps(UUID siteId, String measure, BigDecimal value) {
    UUID organization = UUID.fromString(state.get("organization"));
    step(measure, value)
        .forEach(
            (day, delta) ->
                postings.add(
                    new Posting(
                        measure, organization, state.get("area"), siteId.toString(), day, delta)));
  }

  /**
   * What a value that holds from today until the next one on record changes, by day; a value may
   * come late, for a day before others that are known.
   */
  private Map<LocalDate, BigDecimal> step(String measure, BigDecimal value) {
    String prefix = measure + " ";
    var known = state.under(prefix);
    var before = known.floorEntry(prefix + on);
    var after = known.higherKey(prefix + on);
    BigDecimal delta =
        value.subtract(before == null ? BigDecimal.ZERO : new BigDecimal(before.getValue()));
    state.put(prefix + on, value.toPlainString());
    if (delta.signum() == 0) {
      return Map.of();
    }
    return after == null
        ? Map.of(on, delta)
        : Map.of(on, delta, LocalDate.parse(after.substring(prefix.length())), delta.negate());
  }

  private void honoured(String measure, UUID id, UUID organizationId, String areaCode) {
    state.put("organization", organizationId.toString());
    state.put("area", areaCode);
    site(measure, id, ONE);
  }

  private void site(String measure, UUID id, BigDecimal amount) {
    UUID organization = UUID.fromString(state.get("organization"));
    post(measure, organization, state.get("area"), id.toString(), amount);
  }

  private void inArea(String measure, String areaCode, String record, BigDecimal amount) {
    post(measure, null, areaCode, record, amount);
  }

  private void ofOrganization(String measure, UUID organization, UUID record, BigDecimal amount) {
    post(measure, organization, null, record.toString(), amount);
  }

  private void onDay(String measure, String areaCode, LocalDate day, BigDecimal amount) {
    postings.add(new Posting(measure, null, areaCode, areaCode, day, amount));
  }

  private void post(
      String measure, UUID organization, String areaCode, String record, BigDecimal amount) {
    postings.add(new Posting(measure, organization, areaCode, record, on, amount));
  }
}
