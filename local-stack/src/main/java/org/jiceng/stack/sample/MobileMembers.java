package org.jiceng.stack.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Members of other places whom the mobile members' branches host. */
final class MobileMembers {
  static final String HEADER = "idNumber,name,phone,hostCode,homeDescription,hostedOn";
  private static final List<String> HOMES =
      List.of("外省某县乡镇党委", "外省某市街道工委", "外省某高校毕业生党支部", "外省某村党支部", "外区某企业党委");

  private final int count;
  private final List<Org> hosts;
  private final Dice dice = Dice.of("mobile");
  private final People people = new People(dice, 990_999, 50_000_000);

  MobileMembers(SamplePlan plan, Line line) {
    count = plan.members().mobileHosted();
    hosts = line.twoNew().mobile();
  }

  Stream<String> rows() {
    return IntStream.range(0, count).mapToObj(this::row);
  }

  private String row(int n) {
    Org host = hosts.get(n % hosts.size());
    LocalDate hosted = dice.day(host.since(), SamplePlan.SURVEY_DAY);
    return Csv.line(people.stranger(hosted), host.code(), dice.pick(HOMES), hosted);
  }
}
