package org.jiceng.reporting.report;

import static org.jiceng.reporting.report.PublishedLog.on;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.ActivityHeld;
import org.jiceng.events.ActivityEvent.AttendanceExpected;
import org.jiceng.events.ActivityEvent.AttendanceRecorded;
import org.jiceng.events.ActivityKind;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.Sector;

/** A district of two townships with a branch in each, made of events. */
public final class SmallDistrict {
  public final String code;
  final String first;
  final String second;
  final UUID root = UUID.randomUUID();
  final UUID branchOfFirst = UUID.randomUUID();
  final UUID branchOfSecond = UUID.randomUUID();

  /**
   * A district.
   *
   * @param digits the six digits that all its areas share
   */
  public SmallDistrict(String digits) {
    code = digits + "000000";
    first = digits + "001000";
    second = digits + "002000";
  }

  /** Its areas and organisations, twelve members in the first township, three in the second. */
  public List<PublishedLog.Told> founded() {
    List<PublishedLog.Told> told = new ArrayList<>();
    told.add(on("2000-01-01", area(code, "测试区", AreaLevel.DISTRICT, null)));
    told.add(on("2000-01-01", area(first, "甲街道", AreaLevel.SUB_DISTRICT, code)));
    told.add(on("2000-01-01", area(second, "乙街道", AreaLevel.SUB_DISTRICT, code)));
    told.add(on("2001-01-01", organization(root, OrganizationType.COMMITTEE, null, first)));
    told.add(on("2001-01-01", organization(branchOfFirst, OrganizationType.BRANCH, root, first)));
    told.add(on("2001-01-01", organization(branchOfSecond, OrganizationType.BRANCH, root, second)));
    for (int i = 0; i < 12; i++) {
      told.add(on("2005-07-01", admitted(branchOfFirst, i)));
    }
    for (int i = 0; i < 3; i++) {
      told.add(on("2006-07-01", admitted(branchOfSecond, i)));
    }
    for (int i = 0; i < 7; i++) {
      told.add(on("2009-03-05", hosted(branchOfFirst)));
    }
    return told;
  }

  /**
   * Two communities in the first township, with nine members in one and three in the other; and so
   * many more members in the second township that neither township has few.
   */
  List<PublishedLog.Told> withCommunities() {
    List<PublishedLog.Told> told = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      told.add(on("2007-07-01", admitted(branchOfSecond, i)));
    }
    for (int community = 1; community <= 2; community++) {
      String its = community(community);
      UUID branch = UUID.randomUUID();
      told.add(on("2002-01-01", area(its, "社区" + community, AreaLevel.COMMUNITY, first)));
      told.add(on("2002-01-01", organization(branch, OrganizationType.BRANCH, root, its)));
      for (int i = 0; i < (community == 1 ? 9 : 3); i++) {
        told.add(on("2007-07-01", admitted(branch, i)));
      }
    }
    return told;
  }

  /** Three members of an enterprise in the second township. */
  List<PublishedLog.Told> withAnEnterprise() {
    List<PublishedLog.Told> told = new ArrayList<>();
    UUID branch = UUID.randomUUID();
    told.add(
        on(
            "2002-01-01",
            organization(
                branch, OrganizationType.BRANCH, Sector.NON_PUBLIC_ENTERPRISE, root, second)));
    for (int i = 0; i < 3; i++) {
      told.add(on("2007-07-01", admitted(branch, i)));
    }
    return told;
  }

  /** A meeting in the first township, of twenty who were expected so many came. */
  List<PublishedLog.Told> withAMeeting(String day, int came) {
    List<PublishedLog.Told> told = new ArrayList<>();
    UUID meeting = UUID.randomUUID();
    ActivityKind kind = ActivityKind.MEMBER_ASSEMBLY;
    told.add(on(day, new ActivityHeld(meeting, branchOfFirst, kind)));
    told.add(on(day, new AttendanceExpected(meeting, branchOfFirst, kind, 20)));
    for (int i = 0; i < came; i++) {
      UUID member = UUID.randomUUID();
      told.add(
          on(
              day,
              new AttendanceRecorded(
                  UUID.randomUUID(), meeting, branchOfFirst, null, member, branchOfFirst)));
    }
    return told;
  }

  /** The code of a community of the first township. */
  String community(int number) {
    return first.substring(0, 9) + "00" + number;
  }

  static MemberAdmitted admitted(UUID organization, int number) {
    return new MemberAdmitted(
        UUID.randomUUID(),
        organization,
        MembershipStatus.FULL,
        number % 2 == 0 ? "1" : "2",
        number % 3 == 0 ? "11" : "01",
        "20",
        1950 + number % 40,
        null);
  }

  static MobileMemberHosted hosted(UUID host) {
    return new MobileMemberHosted(UUID.randomUUID(), host, null, null);
  }

  private static DomainEvent area(String code, String name, AreaLevel level, String parent) {
    return new AreaDefined(code, name, name + " (en)", level, parent);
  }

  private static DomainEvent organization(
      UUID id, OrganizationType type, UUID parent, String area) {
    return organization(id, type, Sector.COMMUNITY, parent, area);
  }

  private static DomainEvent organization(
      UUID id, OrganizationType type, Sector sector, UUID parent, String area) {
    return new OrganizationEstablished(
        id,
        id.toString().substring(0, 12),
        "组织",
        type,
        sector,
        EstablishmentMode.INDEPENDENT,
        false,
        parent,
        area,
        null);
  }
}
