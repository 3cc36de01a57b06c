package org.jiceng.activity.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.Approval;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;

/** A site as it goes out; floor area in square metres, capacity in persons, degrees of WGS 84. */
public record SiteView(
    UUID id,
    String code,
    String name,
    SiteKind kind,
    SiteOrigin origin,
    String areaCode,
    UUID organizationId,
    BigDecimal floorArea,
    LocalDate openedOn,
    SiteState state,
    LocalDate closedOn,
    String reasonCode,
    BigDecimal latitude,
    BigDecimal longitude,
    List<String> photos,
    List<SpaceView> spaces,
    long version) {

  /** A space as it goes out. */
  public record SpaceView(
      UUID id,
      String name,
      int capacity,
      List<String> equipment,
      int setUpMinutes,
      int clearUpMinutes,
      Approval approval,
      LocalDate openedOn,
      SiteState state,
      LocalDate closedOn) {
    static SpaceView of(Space space) {
      return new SpaceView(
          space.id,
          space.name,
          space.capacity,
          List.copyOf(space.equipment),
          space.setUpMinutes,
          space.clearUpMinutes,
          space.approval,
          space.openedOn,
          SiteState.of(space.closedOn),
          space.closedOn);
    }
  }

  static SiteView of(Site site) {
    return new SiteView(
        site.id,
        site.code,
        site.name,
        site.kind,
        site.origin,
        site.areaCode,
        site.organizationId,
        site.floorArea,
        site.openedOn,
        SiteState.of(site.closedOn),
        site.closedOn,
        site.reasonCode,
        site.latitude,
        site.longitude,
        List.copyOf(site.photos),
        site.spaces.stream().map(SpaceView::of).toList(),
        site.version);
  }
}
