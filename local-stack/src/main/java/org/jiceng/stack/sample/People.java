package org.jiceng.stack.sample;

import java.time.LocalDate;
import org.jiceng.events.MembershipStatus;

/** Makes up people, of ages, sexes, ethnicities and education as they are met in a city. */
final class People {
  private static final String[] ETHNICITIES = {"01", "11", "03", "02", "10", "08", "15"};
  private static final int[] ETHNICITY_WEIGHTS = {945, 22, 18, 5, 4, 3, 3};
  private static final String[] EDUCATIONS = {"14", "21", "31", "41", "61", "71", "81"};
  private static final int[] EDUCATION_WEIGHTS = {4, 22, 26, 12, 17, 14, 5};
  private static final int OF_AGE = 18;

  private final Dice dice;
  private final SyntheticIds ids;
  private int phones;

  /** People of two sources share no number when their regions and phones are far apart. */
  People(Dice dice, int firstRegion, int firstPhone) {
    this.dice = dice;
    this.ids = new SyntheticIds(firstRegion);
    this.phones = firstPhone;
  }

  /** A member who joined elsewhere and came later; ages are around a mean at the survey's day. */
  String arrived(String organizationCode, LocalDate affiliated, int meanAge) {
    LocalDate born = born(affiliated, meanAge);
    LocalDate last = Days.earlier(affiliated, SamplePlan.SURVEY_DAY.minusYears(1));
    LocalDate joined = dice.day(born.plusYears(OF_AGE), last);
    return member(born, organizationCode, MembershipStatus.FULL, joined, affiliated, null);
  }

  /** A member who was admitted by the organisation itself, or by the one that is named. */
  String admitted(String organizationCode, LocalDate joined, String admittedByCode) {
    boolean inProbation = joined.isAfter(SamplePlan.SURVEY_DAY.minusYears(1));
    MembershipStatus status = inProbation ? MembershipStatus.PROBATIONARY : MembershipStatus.FULL;
    return member(born(joined, 32), organizationCode, status, joined, joined, admittedByCode);
  }

  private String member(
      LocalDate born,
      String organizationCode,
      MembershipStatus status,
      LocalDate joined,
      LocalDate affiliated,
      String admittedByCode) {
    return Csv.line(
        ids.idNumber(born, dice.chance(0.56)),
        Names.person(dice),
        ETHNICITIES[dice.weighted(ETHNICITY_WEIGHTS)],
        EDUCATIONS[dice.weighted(EDUCATION_WEIGHTS)],
        SyntheticIds.phone(phones++),
        organizationCode,
        status,
        joined,
        affiliated,
        admittedByCode);
  }

  /**
   * A day of birth at least so long before that day that the person was of age with a year over.
   */
  LocalDate born(LocalDate before, int meanAge) {
    // The mean of four throws lies around the middle, as ages do.
    double around = dice.fraction() + dice.fraction() + dice.fraction() + dice.fraction() - 2;
    LocalDate born =
        SamplePlan.SURVEY_DAY
            .minusYears(Math.max(OF_AGE + 2, Math.round(meanAge + 22 * around)))
            .minusDays(dice.between(0, 365));
    LocalDate youngest = before.minusYears(OF_AGE + 2);
    return born.isAfter(youngest) ? youngest.minusDays(dice.between(0, 1500)) : born;
  }

  /** Someone whose affiliation is elsewhere: number, name and phone. */
  String stranger(LocalDate hosted) {
    LocalDate born = born(hosted, 31);
    return Csv.line(
        ids.idNumber(born, dice.chance(0.6)), Names.person(dice), SyntheticIds.phone(phones++));
  }
}
