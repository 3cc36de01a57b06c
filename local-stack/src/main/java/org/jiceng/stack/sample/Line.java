package org.jiceng.stack.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;

/** The line: every organisation of the sample district, those above first. */
final class Line {
  private final Dice dice = Dice.of("line");
  private final Org district;
  private final List<Org> workingCommittees = new ArrayList<>();
  private final List<Org> socialWorkingCommittees = new ArrayList<>();
  private final CommunityLine communities;
  private final TwoNewLine twoNew;

  Line(SamplePlan plan, Areas areas) {
    district =
        Org.standing(
            "JC-000",
            "中共基层区委员会工作委员会",
            OrganizationType.WORKING_COMMITTEE,
            Sector.AGENCY,
            null,
            areas.district(),
            areas.district().since());
    areas.townships().forEach(this::establishOffice);
    communities = new CommunityLine(plan, areas, workingCommittees);
    twoNew = new TwoNewLine(plan, areas, this);
  }

  private void establishOffice(Area township) {
    String code = township.code().substring(6, 9);
    Org office =
        Org.standing(
            "JC-" + code,
            "中共" + township.name().zh() + "工作委员会",
            OrganizationType.WORKING_COMMITTEE,
            Sector.AGENCY,
            district,
            township,
            dice.day(township.since(), LocalDate.of(1990, 6, 30)));
    workingCommittees.add(office);
    if (township.isUrban()) {
      socialWorkingCommittees.add(
          Org.standing(
              "JC-" + code + "-S",
              "中共" + township.name().zh() + "社会工作委员会",
              OrganizationType.SOCIAL_WORKING_COMMITTEE,
              Sector.AGENCY,
              office,
              township,
              dice.day(LocalDate.of(2002, 3, 1), LocalDate.of(2006, 6, 30))));
    }
  }

  /** One for each township, in their order. */
  List<Org> workingCommittees() {
    return workingCommittees;
  }

  /** One for each urban township, in their order. */
  List<Org> socialWorkingCommittees() {
    return socialWorkingCommittees;
  }

  /** Who leads social work in a township on that day. */
  Org leaderOfSocialWork(int township, LocalDate on) {
    boolean social =
        township < socialWorkingCommittees.size()
            && !on.isBefore(socialWorkingCommittees.get(township).since());
    return social ? socialWorkingCommittees.get(township) : workingCommittees.get(township);
  }

  CommunityLine communities() {
    return communities;
  }

  TwoNewLine twoNew() {
    return twoNew;
  }

  /** Every organisation, parents before children. */
  Stream<Org> all() {
    return Stream.of(
            Stream.of(district),
            workingCommittees.stream(),
            socialWorkingCommittees.stream(),
            communities.all(),
            twoNew.all())
        .flatMap(organizations -> organizations);
  }
}
