package org.jiceng.stack.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiceng.events.UnitKind;

/**
 * Enterprises, social organisations and individual businesses, and which organisation covers each.
 */
final class Units {
  static final String HEADER =
      "creditCode,name,kind,areaCode,staffCount,registeredOn,coveredByCode,coveredOn";
  private static final LocalDate FIRST = LocalDate.of(1990, 6, 1);
  private static final LocalDate LAST = LocalDate.of(2009, 12, 20);

  private final SamplePlan.Units plan;
  private final Line line;
  private final Dice dice = Dice.of("units");
  private final List<Area> places;
  private final List<List<Org>> enterpriseBranches;
  private final List<List<Org>> societyBranches;

  Units(SamplePlan plan, Areas areas, Line line) {
    this.plan = plan.units();
    this.line = line;
    places = Stream.concat(areas.communities().stream(), areas.villages().stream()).toList();
    enterpriseBranches = byTownship(plan.territory().townships(), line.twoNew().enterprises());
    societyBranches = byTownship(plan.territory().townships(), line.twoNew().societies());
  }

  private static List<List<Org>> byTownship(int townships, List<Org> organizations) {
    List<List<Org>> lists = new ArrayList<>();
    IntStream.range(0, townships).forEach(t -> lists.add(new ArrayList<>()));
    organizations.forEach(o -> lists.get(o.township()).add(o));
    return lists;
  }

  /** The lines of the import files, in the same order each time. */
  Stream<String> rows() {
    // A flatMap would make up a whole kind before the first row is taken; concat makes each in
    // turn.
    return Stream.concat(
        rows(UnitKind.NON_PUBLIC_ENTERPRISE, plan.nonPublicEnterprises()),
        Stream.concat(
            rows(UnitKind.SOCIAL_ORGANIZATION, plan.socialOrganizations()),
            rows(UnitKind.INDIVIDUAL_BUSINESS, plan.individualBusinesses())));
  }

  private Stream<String> rows(UnitKind kind, int count) {
    return IntStream.range(0, count).mapToObj(n -> row(kind, n));
  }

  private String row(UnitKind kind, int n) {
    Area area = dice.pick(places);
    LocalDate since = dice.lateDay(FIRST, LAST);
    Org coveredBy = dice.chance(coverage(kind)) ? coveredBy(kind, area.township(), since) : null;
    LocalDate coveredOn =
        coveredBy == null
            ? null
            : dice.day(Days.later(since, coveredBy.since()), SamplePlan.SURVEY_DAY);
    return Csv.line(
        creditCode(kind, n),
        name(kind),
        kind,
        area.code(),
        staff(kind),
        Days.later(since, area.since()),
        coveredBy == null ? null : coveredBy.code(),
        coveredOn == null ? null : Days.later(coveredOn, area.since()));
  }

  private static double coverage(UnitKind kind) {
    return switch (kind) {
      case NON_PUBLIC_ENTERPRISE -> 0.6;
      case SOCIAL_ORGANIZATION -> 0.45;
      case INDIVIDUAL_BUSINESS -> 0.08;
    };
  }

  private Org coveredBy(UnitKind kind, int township, LocalDate since) {
    List<Org> branches =
        (kind == UnitKind.SOCIAL_ORGANIZATION ? societyBranches : enterpriseBranches).get(township);
    boolean byOffice = branches.isEmpty() || dice.chance(0.15);
    return byOffice ? line.leaderOfSocialWork(township, since) : dice.pick(branches);
  }

  private static String creditCode(UnitKind kind, int n) {
    return switch (kind) {
      case NON_PUBLIC_ENTERPRISE -> SyntheticIds.creditCode("91", n);
      case SOCIAL_ORGANIZATION -> SyntheticIds.creditCode("52", n);
      case INDIVIDUAL_BUSINESS -> SyntheticIds.creditCode("92", n);
    };
  }

  private String name(UnitKind kind) {
    return switch (kind) {
      case NON_PUBLIC_ENTERPRISE -> Names.company(dice);
      case SOCIAL_ORGANIZATION -> Names.society(dice);
      case INDIVIDUAL_BUSINESS -> Names.shop(dice);
    };
  }

  /** Most are small, a few are large. */
  private int staff(UnitKind kind) {
    double skewed = Math.pow(dice.fraction(), 5);
    return switch (kind) {
      case NON_PUBLIC_ENTERPRISE -> 3 + (int) (600 * skewed);
      case SOCIAL_ORGANIZATION -> 2 + (int) (80 * skewed);
      case INDIVIDUAL_BUSINESS -> 1 + (int) (7 * skewed);
    };
  }
}
