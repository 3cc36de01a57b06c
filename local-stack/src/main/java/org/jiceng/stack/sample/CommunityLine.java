package org.jiceng.stack.sample;

import static org.jiceng.stack.sample.SyntheticIds.padded;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;

/**
 * The organisations of the communities: committees, some general branches, branches. The last
 * communities of the last area offices have none yet, the first community has two committees.
 */
final class CommunityLine {
  private static final LocalDate LAST_OLD = LocalDate.of(2006, 6, 30);
  private static final LocalDate FIRST_NEW = LocalDate.of(2007, 1, 1);
  private static final LocalDate LAST_NEW = LocalDate.of(2009, 9, 30);
  private static final double SHARE_OF_NEW = 0.12;

  private final Dice dice = Dice.of("communities");
  private final List<Org> committees = new ArrayList<>();
  private final List<Org> generalBranches = new ArrayList<>();
  private final List<Org> branches = new ArrayList<>();

  CommunityLine(SamplePlan plan, Areas areas, List<Org> offices) {
    List<Area> homes = new ArrayList<>();
    for (Area community : areas.communities()) {
      int committeesHere = committeesIn(community, plan, areas);
      for (int c = 0; c < committeesHere; c++) {
        homes.add(community);
        committees.add(committee(community, c, offices.get(community.township())));
      }
    }
    int[] perCommittee =
        Shares.atLeast(
            2,
            plan.organizations().communityBranches(),
            homes.size(),
            i -> Math.sqrt(homes.get(i).residents().households()));
    int[] generalPerCommittee = generalPerCommittee(plan.organizations().generalBranches());
    for (int i = 0; i < homes.size(); i++) {
      establishBranches(homes.get(i), committees.get(i), generalPerCommittee[i], perCommittee[i]);
    }
  }

  private static int committeesIn(Area community, SamplePlan plan, Areas areas) {
    List<Area> all = areas.communities();
    int nth = all.indexOf(community);
    boolean lastOfItsOffice =
        nth == all.size() - 1 || all.get(nth + 1).township() != community.township();
    int officesAfter = areas.townships().size() - 1 - community.township();
    if (lastOfItsOffice && officesAfter < plan.organizations().communitiesWithout()) {
      return 0;
    }
    return nth < plan.organizations().communitiesWithTwo() ? 2 : 1;
  }

  private Org committee(Area community, int nth, Org office) {
    String second = nth == 0 ? "" : "B";
    String name = "中共" + community.name().zh() + (nth == 0 ? "" : "第二") + "委员会";
    LocalDate first = Days.later(community.since(), office.since());
    return Org.standing(
        office.code() + "-C" + community.code().substring(9) + second,
        name,
        OrganizationType.COMMITTEE,
        Sector.COMMUNITY,
        office,
        community,
        dice.day(first, first.plusMonths(18)));
  }

  private int[] generalPerCommittee(int total) {
    int[] per = new int[committees.size()];
    for (int i = 0; i < total; i++) {
      per[(int) ((long) i * per.length / Math.max(total, 1)) % per.length]++;
    }
    return per;
  }

  private void establishBranches(Area community, Org committee, int general, int count) {
    List<Org> leaders = new ArrayList<>();
    for (int g = 0; g < general; g++) {
      leaders.add(generalBranch(committee, community, g + 1));
    }
    generalBranches.addAll(leaders);
    for (int b = 0; b < count; b++) {
      Org parent = b < 3 * general ? leaders.get(b % general) : committee;
      branches.add(branch(parent, committee, community, b + 1));
    }
  }

  private Org generalBranch(Org committee, Area community, int nth) {
    return Org.standing(
        committee.code() + "-Z" + padded(nth, 2),
        "中共" + community.name().zh() + "第" + nth + "总支部委员会",
        OrganizationType.GENERAL_BRANCH,
        Sector.COMMUNITY,
        committee,
        community,
        dice.day(committee.since(), LocalDate.of(2004, 12, 31)));
  }

  private Org branch(Org parent, Org committee, Area community, int nth) {
    boolean recent = nth > 1 && dice.chance(SHARE_OF_NEW);
    return Org.standing(
        committee.code() + "-B" + padded(nth, 2),
        "中共" + community.name().zh() + "第" + nth + "支部委员会",
        OrganizationType.BRANCH,
        Sector.COMMUNITY,
        parent,
        community,
        recent ? dice.day(FIRST_NEW, LAST_NEW) : dice.day(parent.since(), LAST_OLD));
  }

  List<Org> committees() {
    return committees;
  }

  List<Org> branches() {
    return branches;
  }

  /** Parents before children. */
  Stream<Org> all() {
    return Stream.of(committees, generalBranches, branches).flatMap(List::stream);
  }
}
