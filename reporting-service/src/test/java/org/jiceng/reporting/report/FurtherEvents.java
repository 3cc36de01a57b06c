package org.jiceng.reporting.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberReassigned;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.events.RegistryEvent.OrganizationRelocated;
import org.jiceng.events.RegistryEvent.OrganizationReparented;

/**
 * What goes on in a district after a report was sealed, told late and early: on days long before
 * the report's last, with moves of the tree and of the territory, and with corrections.
 */
final class FurtherEvents {
  private static final LocalDate FIRST = LocalDate.of(2002, 1, 1);
  private static final int DAYS = 4_000;

  private final SmallDistrict district;
  private final Random random = new Random(20091231);
  private final List<MemberAdmitted> admitted = new ArrayList<>();
  private final List<LocalDate> since = new ArrayList<>();

  FurtherEvents(SmallDistrict district) {
    this.district = district;
  }

  List<PublishedLog.Told> many(int count) {
    List<PublishedLog.Told> told = new ArrayList<>(count);
    while (told.size() < count) {
      told.add(next(told.size()));
    }
    return told;
  }

  private PublishedLog.Told next(int number) {
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    if (number % 200 == 199) {
      return new PublishedLog.Told(day, moved(number));
    }
    int which = admitted.isEmpty() ? 0 : random.nextInt(10);
    if (which < 6) {
      MemberAdmitted member = SmallDistrict.admitted(anywhere(), number);
      admitted.add(member);
      since.add(day);
      return new PublishedLog.Told(day, member);
    }
    return which < 8 ? new PublishedLog.Told(day, hosted()) : corrected();
  }

  private DomainEvent hosted() {
    MobileMemberHosted hosted = SmallDistrict.hosted(anywhere());
    return hosted;
  }

  /** A member who was admitted above belonged elsewhere, or was never there. */
  private PublishedLog.Told corrected() {
    int which = admitted.size() - 1;
    MemberAdmitted member = admitted.remove(which);
    LocalDate from = since.remove(which);
    return random.nextBoolean()
        ? new PublishedLog.Told(
            from, new AffiliationRevoked(member.memberId(), member.organizationId(), from, null))
        : new PublishedLog.Told(
            from.plusDays(random.nextInt(300)),
            new MemberReassigned(
                member.memberId(),
                UUID.randomUUID(),
                member.organizationId(),
                district.branchOfSecond));
  }

  private DomainEvent moved(int number) {
    return number % 400 == 199
        ? new OrganizationRelocated(
            district.branchOfSecond, random.nextBoolean() ? district.first : district.second)
        : new OrganizationReparented(
            district.branchOfFirst, random.nextBoolean() ? district.root : district.branchOfSecond);
  }

  private UUID anywhere() {
    return random.nextInt(3) == 0 ? district.branchOfSecond : district.branchOfFirst;
  }
}
