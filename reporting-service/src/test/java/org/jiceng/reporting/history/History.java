package org.jiceng.reporting.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.BrandAwarded;
import org.jiceng.events.ActivityEvent.BrandHandedOver;
import org.jiceng.events.ActivityEvent.BrandWithdrawn;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteHandedOver;
import org.jiceng.events.ActivityEvent.SiteMeasured;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.DomainEvent;
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
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.PostKind;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.BuildingClosed;
import org.jiceng.events.RegistryEvent.BuildingCovered;
import org.jiceng.events.RegistryEvent.BuildingRegistered;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.PostCreated;
import org.jiceng.events.RegistryEvent.PostFilled;
import org.jiceng.events.RegistryEvent.PostVacated;
import org.jiceng.events.RegistryEvent.UnitChanged;
import org.jiceng.events.RegistryEvent.UnitClosed;
import org.jiceng.events.RegistryEvent.UnitCovered;
import org.jiceng.events.RegistryEvent.UnitRegistered;
import org.jiceng.events.RegistryEvent.UnitUncovered;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;
import org.jiceng.events.UnitKind;
import org.jiceng.reporting.Sequences;

/** A made-up history of a small district: what happened, in the order of the days. */
public final class History {
  private static final int STEPS = 160;

  final List<Fact> facts = new ArrayList<>();
  final Territory territory;
  final Line line;
  private final Dice dice;
  private final Lives<Affiliation> members;
  private final Lives<Affiliation> hosted;
  private final Lives<Affiliation> away;
  private final Lives<UUID> units;
  private final Lives<Affiliation> coveredUnits;
  private final Lives<UUID> buildings;
  private final Lives<Affiliation> posts;
  private final Lives<UUID> sites;
  private final Lives<UUID> brands;

  private record Affiliation(UUID id, UUID organization) {}

  public History(long seed) {
    dice = new Dice(seed);
    territory = new Territory(dice, facts);
    line = new Line(dice, territory);
    members = new Lives<>(dice);
    hosted = new Lives<>(dice);
    away = new Lives<>(dice);
    units = new Lives<>(dice);
    coveredUnits = new Lives<>(dice);
    buildings = new Lives<>(dice);
    posts = new Lives<>(dice);
    sites = new Lives<>(dice);
    brands = new Lives<>(dice);
    happen();
  }

  /**
   * As events arrive: in any order across keys, within a key in the order in which they happened.
   */
  public List<RecordedEvent> shuffled(Random random) {
    Map<String, Deque<Fact>> byKey = new LinkedHashMap<>();
    facts.forEach(
        f -> byKey.computeIfAbsent(f.event().partitionKey(), k -> new ArrayDeque<>()).add(f));
    List<Deque<Fact>> waiting = new ArrayList<>(byKey.values());
    List<RecordedEvent> events = new ArrayList<>();
    while (!waiting.isEmpty()) {
      int which = random.nextInt(waiting.size());
      Fact fact = waiting.get(which).poll();
      events.add(
          new RecordedEvent(
              UUID.randomUUID(),
              Instant.now(),
              fact.on(),
              Sequences.next(fact.event()),
              null,
              null,
              fact.event()));
      if (waiting.get(which).isEmpty()) {
        waiting.remove(which);
      }
    }
    return events;
  }

  LocalDate end() {
    return today();
  }

  private void happen() {
    LocalDate day = Territory.BEGINNING.plusDays(dice.below(300));
    facts.add(new Fact(line.establishRoot(), day));
    for (int step = 0; step < STEPS; step++) {
      day = day.plusDays(dice.of(0, 0, 1, 9, 30, 70));
      DomainEvent next = step < 8 ? line.establish() : next();
      if (next != null) {
        facts.add(new Fact(next, day));
      }
    }
  }

  private DomainEvent next() {
    return switch (dice.below(8)) {
      case 0, 1 -> ofLine();
      case 2, 3 -> ofMembers();
      case 4 -> ofUnits();
      case 5 -> ofPosts();
      case 6 -> ofSites();
      default -> dice.once(2) ? ofTerritory() : ofBuildings();
    };
  }

  private DomainEvent ofTerritory() {
    return dice.once(2) ? territory.measure(dice) : territory.reassign(dice);
  }

  private DomainEvent ofLine() {
    return switch (dice.below(6)) {
      case 0 -> line.establish();
      case 1, 2 -> line.reparent();
      case 3 -> line.relocate();
      case 4 -> line.changeType();
      default -> line.dissolve();
    };
  }

  private DomainEvent ofMembers() {
    UUID there = line.any();
    return switch (dice.below(15)) {
      case 0, 1, 2 -> members.begin(this::someone, this::admitted);
      case 14 -> members.end(this::enteredInError);
      case 10 -> members.change(m -> new Affiliation(m.id, root()), m -> corrected(m, true));
      case 9 -> members.change(m -> new Affiliation(m.id, root()), m -> corrected(m, false));
      case 11 -> members.change(m -> new Affiliation(m.id, there), m -> endedAndRestored(m, there));
      case 12 ->
          away.begin(this::someone, a -> new AbsenceReported(a.id, a.id, a.organization, null));
      case 13 -> away.end(a -> new AbsenceEnded(a.id, a.id, a.organization, "RETURNED"));
      case 3 ->
          hosted.begin(
              this::someone, m -> new MobileMemberHosted(m.id, m.organization, null, null));
      case 4 -> hosted.end(m -> new MobileHostingEnded(m.id, m.organization, null));
      case 5, 6 ->
          members.change(
              m -> new Affiliation(m.id, there),
              m -> new TransferCompleted(dice.id(), m.id, m.organization, there));
      case 7 ->
          members.change(
              m -> new Affiliation(m.id, there),
              m -> new MemberReassigned(m.id, dice.id(), m.organization, there));
      case 8 ->
          hosted.change(
              m -> new Affiliation(m.id, there),
              m -> new MobileHostChanged(m.id, dice.id(), m.organization, there));
      default ->
          members.end(m -> new MembershipEnded(m.id, m.organization, MembershipEnd.WITHDRAWN));
    };
  }

  /** The last stay never was so: it was at the root, from the same day or from today. */
  private DomainEvent corrected(Affiliation m, boolean sameDay) {
    LocalDate since =
        facts.stream()
            .filter(fact -> fact.event().partitionKey().equals(m.id.toString()))
            .map(Fact::on)
            .max(LocalDate::compareTo)
            .orElseThrow();
    facts.add(new Fact(new AffiliationRevoked(m.id, m.organization, since, null), since));
    LocalDate from = sameDay ? since : today();
    facts.add(new Fact(new AffiliationEntered(m.id, root(), from, null), from));
    return null;
  }

  private UUID root() {
    return facts.stream()
        .map(Fact::event)
        .filter(OrganizationEstablished.class::isInstance)
        .map(first -> UUID.fromString(first.aggregateId()))
        .findFirst()
        .orElseThrow();
  }

  private DomainEvent endedAndRestored(Affiliation m, UUID there) {
    facts.add(new Fact(new MembershipEnded(m.id, m.organization, MembershipEnd.EXPELLED), today()));
    return new MembershipRestored(m.id, there, MembershipStatus.FULL);
  }

  /** Nor did anybody admit whoever never was a member. */
  private DomainEvent enteredInError(Affiliation m) {
    facts.stream()
        .filter(fact -> fact.event() instanceof MemberAdmitted a && a.memberId().equals(m.id))
        .findFirst()
        .ifPresent(this::revoked);
    return new MembershipEnded(m.id, m.organization, MembershipEnd.ENTERED_IN_ERROR);
  }

  private void revoked(Fact admission) {
    MemberAdmitted admitted = (MemberAdmitted) admission.event();
    if (admitted.admittedBy() != null) {
      facts.add(
          new Fact(
              new AdmissionRevoked(admitted.memberId(), admitted.admittedBy()), admission.on()));
    }
  }

  private DomainEvent admitted(Affiliation m) {
    UUID by = dice.once(2) ? line.any() : null;
    return new MemberAdmitted(
        m.id, m.organization, MembershipStatus.FULL, "1", "01", "20", 1970, by);
  }

  private DomainEvent ofUnits() {
    UUID by = line.any();
    return switch (dice.below(8)) {
      case 6 -> units.change(id -> id, this::changedUnit);
      case 7 -> coveredUnits.change(u -> u, u -> changedUnit(u.id));
      case 0, 1 ->
          units.begin(
              dice::id,
              id ->
                  new UnitRegistered(id, dice.of(UnitKind.values()), territory.anywhere(dice), 9));
      case 2 -> units.end(UnitClosed::new);
      case 3 ->
          units.end(
              id ->
                  coveredUnits.begin(
                      () -> new Affiliation(id, by), u -> new UnitCovered(u.id, by)));
      case 4 -> coveredUnits.end(u -> new UnitUncovered(u.id, u.organization));
      default -> coveredUnits.end(u -> new UnitClosed(u.id));
    };
  }

  private DomainEvent changedUnit(UUID id) {
    return new UnitChanged(id, dice.of(UnitKind.values()), territory.anywhere(dice), 10);
  }

  private DomainEvent ofBuildings() {
    return switch (dice.below(4)) {
      case 0, 1 ->
          buildings.begin(dice::id, id -> new BuildingRegistered(id, territory.anywhere(dice)));
      case 2 -> buildings.change(id -> id, id -> new BuildingCovered(id, line.any()));
      default -> buildings.end(BuildingClosed::new);
    };
  }

  private DomainEvent ofPosts() {
    return switch (dice.below(3)) {
      case 0 -> posts.end(p -> new PostVacated(p.id, dice.id(), null));
      default ->
          posts.begin(
              () -> {
                Affiliation post = someone();
                PostKind kind = dice.of(PostKind.values());
                facts.add(new Fact(new PostCreated(post.id, post.organization, kind), today()));
                return post;
              },
              p -> new PostFilled(p.id, dice.id(), null, null));
    };
  }

  private DomainEvent ofSites() {
    return switch (dice.below(8)) {
      case 0, 1 -> sites.begin(dice::id, this::opened);
      case 2 -> sites.change(id -> id, id -> new SiteMeasured(id, area()));
      case 3 -> sites.end(id -> new SiteClosed(id, null));
      case 4 ->
          brands.begin(dice::id, id -> new BrandAwarded(id, line.any(), territory.anywhere(dice)));
      case 5 -> sites.change(id -> id, id -> new SiteHandedOver(id, dice.id(), line.any()));
      case 6 -> brands.change(id -> id, id -> new BrandHandedOver(id, dice.id(), line.any()));
      default -> brands.end(id -> new BrandWithdrawn(id, null));
    };
  }

  private DomainEvent opened(UUID id) {
    return new SiteOpened(
        id,
        dice.of(SiteKind.values()),
        dice.of(SiteOrigin.values()),
        territory.anywhere(dice),
        line.any(),
        area());
  }

  private BigDecimal area() {
    return BigDecimal.valueOf(100L + dice.below(90_000), 2).multiply(BigDecimal.valueOf(1));
  }

  private Affiliation someone() {
    return new Affiliation(dice.id(), line.any());
  }

  /** The latest day so far; a correction is of an earlier one. */
  private LocalDate today() {
    return facts.stream().map(Fact::on).max(LocalDate::compareTo).orElseThrow();
  }
}
