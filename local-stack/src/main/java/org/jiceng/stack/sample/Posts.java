package org.jiceng.stack.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.PostKind;

/**
 * Posts of the community organisations, and instructors at the offices that lead social work. Every
 * community committee has a post for a full-time worker, but only one in each township is filled:
 * the survey's shortage of full-time workers, as vacancies.
 */
final class Posts {
  static final String HEADER = "organizationCode,kind,createdOn,filledOn,termEndsOn";

  private final SamplePlan.Posts plan;
  private final Line line;
  private final Dice dice = Dice.of("posts");

  Posts(SamplePlan plan, Line line) {
    this.plan = plan.posts();
    this.line = line;
  }

  Stream<String> rows() {
    return Stream.of(secretaries(), committeeMembers(), fullTimeWorkers(), instructors())
        .flatMap(rows -> rows);
  }

  private Stream<String> secretaries() {
    return line.communities().all().map(o -> elected(o, PostKind.SECRETARY));
  }

  private Stream<String> committeeMembers() {
    List<Org> committees = line.communities().committees();
    int[] seats = Shares.of(plan.committeeMembers(), committees.size(), i -> 1);
    return IntStream.range(0, seats.length)
        .boxed()
        .flatMap(
            i ->
                IntStream.range(0, seats[i])
                    .mapToObj(seat -> elected(committees.get(i), PostKind.COMMITTEE_MEMBER)));
  }

  private Stream<String> fullTimeWorkers() {
    Set<Integer> townships = new HashSet<>();
    List<String> rows = new ArrayList<>();
    for (Org committee : line.communities().committees()) {
      boolean filled =
          townships.size() < plan.fullTimeWorkers() && townships.add(committee.township());
      LocalDate created = Days.later(committee.since(), LocalDate.of(2008, 1, 1));
      rows.add(
          Csv.line(
              committee.code(),
              PostKind.FULL_TIME_WORKER,
              created,
              filled ? dice.day(created, SamplePlan.SURVEY_DAY) : null,
              null));
    }
    return rows.stream();
  }

  private Stream<String> instructors() {
    int townships = line.workingCommittees().size();
    return IntStream.range(0, plan.instructors())
        .mapToObj(
            n -> {
              Org leader = line.leaderOfSocialWork(n % townships, SamplePlan.SURVEY_DAY);
              LocalDate created = Days.later(leader.since(), LocalDate.of(2006, 7, 1));
              LocalDate filled = dice.day(created, SamplePlan.SURVEY_DAY);
              return Csv.line(leader.code(), PostKind.INSTRUCTOR, created, filled, null);
            });
  }

  /** Filled at the last election; committees are elected for five years, branches for three. */
  private String elected(Org organization, PostKind kind) {
    int years = organization.type() == OrganizationType.COMMITTEE ? 5 : 3;
    LocalDate lastTerm = SamplePlan.SURVEY_DAY.minusYears(years).plusDays(1);
    LocalDate filled = dice.day(Days.later(organization.since(), lastTerm), SamplePlan.SURVEY_DAY);
    return Csv.line(
        organization.code(), kind, organization.since(), filled, filled.plusYears(years));
  }
}
