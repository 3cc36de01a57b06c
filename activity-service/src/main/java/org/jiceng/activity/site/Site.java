package org.jiceng.activity.site;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteDescribed;
import org.jiceng.events.ActivityEvent.SiteMeasured;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.ActivityEvent.SpaceAdded;
import org.jiceng.events.ActivityEvent.SpaceClosed;
import org.jiceng.events.ActivityEvent.SpaceDescribed;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;
import org.jiceng.kit.problem.Problem;

/**
 * A place where organisations meet: managed by one, lying in an area, with spaces that any
 * organisation may book. Floor areas in square metres; dates are business dates.
 */
@Entity
@Table(name = "site")
public class Site {
  @Id
  @Column(name = "site_id")
  UUID id;

  String code;

  String name;

  @Enumerated(EnumType.STRING)
  SiteKind kind;

  @Enumerated(EnumType.STRING)
  SiteOrigin origin;

  @Column(name = "area_code")
  String areaCode;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "floor_area")
  BigDecimal floorArea;

  @Column(name = "opened_on")
  LocalDate openedOn;

  @Column(name = "measured_on")
  LocalDate measuredOn;

  /** Since when it is this organisation's, if it was another's before. */
  @Column(name = "handed_over_on")
  LocalDate handedOverOn;

  @Column(name = "closed_on")
  LocalDate closedOn;

  @Column(name = "reason_code")
  String reasonCode;

  /** How many spaces it ever had. */
  @Column(name = "space_count")
  int spaceCount;

  /** How many of them are closed; with the count above, a change to a space is a new version. */
  @Column(name = "closed_space_count")
  int closedSpaceCount;

  BigDecimal latitude;

  BigDecimal longitude;

  /** Addresses of pictures. */
  @Column(name = "photos")
  List<String> photos = new ArrayList<>();

  @OneToMany(mappedBy = "site", cascade = CascadeType.PERSIST)
  @OrderBy("number")
  @BatchSize(size = 500)
  List<Space> spaces = new ArrayList<>();

  @Version long version;

  protected Site() {}

  static Site open(UUID id, NewSite wanted, LocalDate on) {
    Site site = new Site();
    site.id = id;
    site.code = wanted.code();
    site.name = wanted.name();
    site.kind = wanted.kind();
    site.origin = wanted.origin();
    site.areaCode = wanted.areaCode().value();
    site.organizationId = wanted.organizationId();
    site.floorArea = wanted.floorArea();
    site.openedOn = on;
    site.measuredOn = on;
    return site;
  }

  /** What others are told of a new site. */
  SiteOpened opened() {
    return new SiteOpened(id, kind, origin, areaCode, organizationId, floorArea);
  }

  /** Has another floor area from a day on, not before the last measurement. */
  SiteMeasured measure(BigDecimal squareMetres, LocalDate on) {
    requireOpen(on);
    floorArea = squareMetres;
    measuredOn = on;
    return new SiteMeasured(id, squareMetres);
  }

  /** Stands there, and looks like that. */
  SiteDescribed describe(SiteDescription description) {
    requireInUse();
    description.requireSound();
    latitude = description.latitude();
    longitude = description.longitude();
    photos = new ArrayList<>(description.photos());
    return new SiteDescribed(id, latitude, longitude);
  }

  /** Has a space that is equipped and booked like that. */
  SpaceDescribed describeSpace(UUID spaceId, SpaceDescription description) {
    requireInUse();
    return space(spaceId).describe(description);
  }

  /** Has one more space that can be booked. */
  SpaceAdded addSpace(UUID spaceId, String spaceName, int capacity, LocalDate on) {
    requireOpen(on);
    spaceCount++;
    spaces.add(new Space(spaceId, this, spaceCount, spaceName, capacity, on));
    return new SpaceAdded(id, spaceId, capacity);
  }

  /** Has a space that can no longer be booked. */
  SpaceClosed closeSpace(UUID spaceId, LocalDate on) {
    requireOpen(on);
    space(spaceId).close(on);
    closedSpaceCount++;
    return new SpaceClosed(id, spaceId);
  }

  /** Is no longer in use; its spaces close with it. */
  SiteClosed close(String reason, LocalDate on) {
    requireOpen(on);
    spaces.stream().filter(Space::isOpen).forEach(space -> space.close(on));
    closedOn = on;
    reasonCode = reason;
    return new SiteClosed(id, reason);
  }

  private Space space(UUID spaceId) {
    return spaces.stream()
        .filter(s -> s.id.equals(spaceId))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  void requireInUse() {
    if (closedOn != null) {
      throw new Problem(SiteProblems.CLOSED, closedOn);
    }
  }

  private void requireOpen(LocalDate on) {
    requireInUse();
    LocalDate lastChange =
        handedOverOn == null || handedOverOn.isBefore(measuredOn) ? measuredOn : handedOverOn;
    if (on.isBefore(lastChange)) {
      throw Problem.violation("effectiveOn", "before-last-change", lastChange);
    }
  }
}
