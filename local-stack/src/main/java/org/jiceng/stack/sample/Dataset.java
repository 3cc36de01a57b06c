package org.jiceng.stack.sample;

import java.net.URI;
import java.util.function.Function;
import org.jiceng.stack.StackAccess;

/** A kind of import file, and the door it goes through. */
public enum Dataset {
  AREAS("areas", StackAccess::registry, Area.HEADER),
  ORGANIZATIONS("organizations", StackAccess::registry, Org.HEADER),
  UNITS("units", StackAccess::registry, Units.HEADER),
  BUILDINGS("buildings", StackAccess::registry, Buildings.HEADER),
  STATIONS("stations", StackAccess::registry, Buildings.STATION_HEADER),
  POSTS("posts", StackAccess::registry, Posts.HEADER),
  MEMBERS("members", StackAccess::member, Roster.HEADER),
  MOBILE_REGISTRATIONS("mobile-registrations", StackAccess::member, MobileMembers.HEADER),
  SITES("sites", StackAccess::activity, Sites.HEADER),
  BRANDS("brands", StackAccess::activity, Honours.BRAND_HEADER),
  DEMONSTRATION_POINTS("demonstration-points", StackAccess::activity, Honours.POINT_HEADER);

  private final String resource;
  private final Function<StackAccess, URI> service;
  private final String header;

  Dataset(String resource, Function<StackAccess, URI> service, String header) {
    this.resource = resource;
    this.service = service;
    this.header = header;
  }

  /** The header line of the file. */
  public String header() {
    return header;
  }

  /** The service that takes the file. */
  URI service(StackAccess access) {
    return service.apply(access);
  }

  /** Where the file is posted to. */
  URI door(StackAccess access, boolean dryRun) {
    return service(access)
        .resolve("/api/v1/" + resource + "/imports" + (dryRun ? "?dryRun=true" : ""));
  }

  @Override
  public String toString() {
    return resource;
  }
}
