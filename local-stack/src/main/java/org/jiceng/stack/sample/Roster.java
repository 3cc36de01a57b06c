package org.jiceng.stack.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The members of the communities' branches and of those of enterprises, social organisations and
 * business buildings.
 */
final class Roster {
  static final String HEADER =
      "idNumber,name,ethnicity,education,phone,"
          + "organizationCode,status,joinedOn,affiliatedOn,admittedByCode";
  private static final LocalDate FIRST_LATE = SamplePlan.EARLIER_DAY.plusDays(1);

  private final SamplePlan.Members plan;
  private final Line line;
  private final Dice dice = Dice.of("members");
  private final People people = new People(dice, 999_999, 0);
  private int urbanSoFar;

  Roster(SamplePlan plan, Line line) {
    this.plan = plan.members();
    this.line = line;
  }

  Stream<String> rows() {
    return Stream.concat(communityRows(), twoNewRows());
  }

  private Stream<String> communityRows() {
    List<Org> branches = line.communities().branches();
    int[] sizes = Shares.atLeast(3, plan.community(), branches.size(), i -> branchWeight());
    int[] late = late(branches, sizes);
    return IntStream.range(0, sizes.length)
        .boxed()
        .flatMap(
            i ->
                IntStream.range(0, sizes[i])
                    .mapToObj(n -> communityMember(branches.get(i), n < late[i])));
  }

  /** Most branches have up to fifty members; one in ten has outgrown what a branch should be. */
  private double branchWeight() {
    return dice.chance(0.88) ? dice.between(31, 47) : dice.between(48, 67);
  }

  /** How many of each branch came after the earlier year-end; all of those in newer branches. */
  private int[] late(List<Org> branches, int[] sizes) {
    int[] late = new int[sizes.length];
    int left = plan.community() - plan.communityEarlier();
    for (int i = 0; i < late.length; i++) {
      if (branches.get(i).since().isAfter(SamplePlan.EARLIER_DAY)) {
        late[i] = sizes[i];
        left -= sizes[i];
      }
    }
    int[] inOlder = Shares.of(left, late.length, i -> late[i] > 0 ? 0 : sizes[i]);
    for (int i = 0; i < late.length; i++) {
      late[i] += inOlder[i];
    }
    return late;
  }

  private String communityMember(Org branch, boolean late) {
    LocalDate first = late ? Days.later(branch.since(), FIRST_LATE) : branch.since();
    LocalDate last = late ? SamplePlan.SURVEY_DAY : SamplePlan.EARLIER_DAY;
    LocalDate affiliated = dice.day(first, last);
    return dice.chance(0.12)
        ? people.admitted(branch.code(), affiliated, null)
        : people.arrived(branch.code(), affiliated, 52);
  }

  private Stream<String> twoNewRows() {
    List<Org> branches =
        Stream.of(line.twoNew().enterprises(), line.twoNew().societies(), line.twoNew().buildings())
            .flatMap(List::stream)
            .toList();
    int[] sizes =
        Shares.atLeast(3, plan.twoNew(), branches.size(), i -> Math.pow(dice.fraction(), 3));
    int urban = (int) branches.stream().filter(this::isUrban).count();
    return IntStream.range(0, sizes.length)
        .boxed()
        .flatMap(i -> twoNewBranch(branches.get(i), sizes[i], urban));
  }

  private Stream<String> twoNewBranch(Org branch, int size, int urban) {
    boolean admits =
        isUrban(branch)
            && Shares.evenly(urbanSoFar++, urban, plan.admittedBySocialWorkingCommittees());
    return IntStream.range(0, size)
        .mapToObj(n -> n == 0 && admits ? admittedBySocialWork(branch) : twoNewMember(branch));
  }

  private boolean isUrban(Org branch) {
    return branch.township() < line.socialWorkingCommittees().size();
  }

  private String admittedBySocialWork(Org branch) {
    Org committee = line.socialWorkingCommittees().get(branch.township());
    LocalDate first = Days.later(branch.since(), committee.since());
    return people.admitted(branch.code(), dice.day(first, SamplePlan.SURVEY_DAY), committee.code());
  }

  private String twoNewMember(Org branch) {
    LocalDate affiliated = dice.day(branch.since(), SamplePlan.SURVEY_DAY);
    return people.arrived(branch.code(), affiliated, 34);
  }
}
