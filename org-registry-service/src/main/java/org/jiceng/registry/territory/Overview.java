package org.jiceng.registry.territory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;
import org.jiceng.events.StationKind;
import org.jiceng.events.UnitKind;

/** Who and what is in an area on a day, whatever its line: the first of each, and how many. */
public record Overview(
    Place area,
    LocalDate asOf,
    Part<OrganizationLine> organizations,
    Part<UnitLine> units,
    Part<BuildingLine> buildings,
    Part<SiteLine> sites) {

  /** The area as it was on the day. */
  public record Place(
      String code, AreaLevel level, String name, String nameEn, String parentCode) {}

  /**
   * The first of a list.
   *
   * @param list where all of them are, page by page
   */
  public record Part<T>(long count, List<T> items, String list) {}

  /** An organisation in the area. */
  public record OrganizationLine(
      UUID id,
      String code,
      String name,
      OrganizationType type,
      Sector sector,
      UUID parentId,
      String areaCode) {}

  /** A unit in the area. */
  public record UnitLine(
      UUID id, String creditCode, String name, UnitKind kind, String areaCode, int staffCount) {}

  /** A building in the area, with the stations at work in it on the day. */
  public record BuildingLine(
      UUID id, String code, String name, String areaCode, List<StationLine> stations) {

    BuildingLine with(List<StationLine> found) {
      return new BuildingLine(id, code, name, areaCode, found);
    }
  }

  /** A station in a building. */
  public record StationLine(UUID id, String code, String name, StationKind kind) {}

  /**
   * An activity site in the area, as far as its events tell: its name is the activity service's.
   *
   * @param floorArea in square metres, by the latest measurement
   * @param spaces how many bookable spaces it had on the day, for so many persons in all
   */
  public record SiteLine(
      UUID id,
      SiteKind kind,
      SiteOrigin origin,
      String areaCode,
      UUID organizationId,
      BigDecimal floorArea,
      int spaces,
      int capacity) {}
}
