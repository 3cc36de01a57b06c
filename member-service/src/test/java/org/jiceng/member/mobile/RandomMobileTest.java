package org.jiceng.member.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiceng.events.MemberEvent.AbsenceEnded;
import org.jiceng.events.MemberEvent.AbsenceReported;
import org.jiceng.events.MemberEvent.MobileEvent;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.events.MembershipEnd;
import org.jiceng.kit.policy.DatedPeriod;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.MemberSample;

/**
 * Whatever home, host and member say, in whatever order and however badly dated: what events tell
 * counts a person once as affiliated, once at most as hosted and then elsewhere, once at most as
 * away and then from home; and both offices know of each other whenever both have spoken.
 */
class RandomMobileTest {
  private static final LocalDate ADMITTED = LocalDate.parse("2009-01-01");
  private static final List<UUID> PLACES = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
  private static final AbsencePolicy POLICY = new Periods();

  /** The defaults. */
  private static final class Periods implements AbsencePolicy {
    @Override
    public DatedPeriod mobileAfter() {
      return new DatedPeriod("0001-01-01=P6M");
    }

    @Override
    public DatedPeriod transferAfter() {
      return new DatedPeriod("0001-01-01=P1Y");
    }

    @Override
    public DatedPeriod contactEvery() {
      return new DatedPeriod("0001-01-01=P90D");
    }
  }

  enum Act {
    REPORT,
    REPORT_BY_MEMBER,
    CONFIRM,
    DECLINE,
    CONTACT,
    RETURN,
    HOST,
    END_HOSTING,
    MOVE,
    DIE
  }

  /** A command, so many days after the one before, dated so many days back, about a place. */
  record Step(Act act, int days, int back, int place) {}

  @Provide
  Arbitrary<List<Step>> interleavings() {
    Arbitrary<Act> seldomDeath =
        Arbitraries.integers()
            .between(0, 40)
            .map(i -> i == 40 ? Act.DIE : Act.values()[i % Act.DIE.ordinal()]);
    return Combinators.combine(
            seldomDeath,
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(0, 2))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 1000)
  void hostedAndAffiliatedNeverDouble(@ForAll("interleavings") List<Step> steps) {
    World world = new World();
    for (Step step : steps) {
      world.take(step);
      world.check();
    }
  }

  /** Three organisations, a person, and what events have told. */
  private static final class World {
    private final Member member = MemberSample.at(PLACES.get(0), ADMITTED);
    private final Map<UUID, Integer> hosted = new HashMap<>();
    private final Map<UUID, Integer> away = new HashMap<>();
    private LocalDate today = ADMITTED;
    private boolean over;
    private Absence absence;
    private MobileRegistration hosting;

    void take(Step step) {
      today = today.plusDays(step.days());
      try {
        act(step.act(), PLACES.get(step.place()), today.minusDays(step.back()));
      } catch (Problem refused) {
        assertThat(refused.type().status()).isBetween(409, 422);
      }
      forgetWhatIsOver();
    }

    private void act(Act act, UUID place, LocalDate on) {
      switch (act) {
        case REPORT -> report(AbsenceState.CONFIRMED, on);
        case REPORT_BY_MEMBER -> report(AbsenceState.REPORTED_BY_MEMBER, on);
        case HOST -> host(place, on);
        case END_HOSTING -> endHosting(on);
        case MOVE -> {
          member.move(place, on);
          pair().affiliated(member.id(), place, on).forEach(one -> told(one.event()));
        }
        case DIE -> {
          MemberSample.end(member, MembershipEnd.DECEASED, on);
          over = true;
          pair().over(on).forEach(one -> told(one.event()));
        }
        default -> decide(act, on);
      }
    }

    private void report(AbsenceState word, LocalDate since) {
      if (absence == null) {
        absence = Absence.of(UUID.randomUUID(), member, since, today, word, POLICY);
        absence.reported().ifPresent(this::told);
        match();
      }
    }

    private void host(UUID place, LocalDate on) {
      if (hosting == null) {
        UUID home = over ? null : member.organizationId();
        UUID known = over ? null : member.id();
        MobileRegistration begun =
            new MobileRegistration(
                UUID.randomUUID(), member.person(), null, place, known, home, on);
        told(begun.hosted());
        hosting = begun;
        match();
      }
    }

    private void endHosting(LocalDate on) {
      if (hosting != null) {
        told(hosting.end("RETURNED", on));
        pair().unmatch();
      }
    }

    private void decide(Act act, LocalDate on) {
      if (absence == null) {
        return;
      }
      switch (act) {
        case CONFIRM -> {
          told(absence.confirm());
          match();
        }
        case DECLINE -> absence.decline("WRONG", on);
        case CONTACT -> absence.contact(on, POLICY);
        default -> told(absence.comeBack(on));
      }
    }

    private MobileMember pair() {
      return new MobileMember(absence, hosting);
    }

    private void match() {
      pair().match();
    }

    private void forgetWhatIsOver() {
      absence = absence == null || !absence.state.isOpen() ? null : absence;
      hosting = hosting == null || hosting.endedOn != null ? null : hosting;
    }

    private void told(MobileEvent event) {
      if (event instanceof MobileMemberHosted e) {
        hosted.merge(e.hostId(), 1, Integer::sum);
      } else if (event instanceof MobileHostingEnded e) {
        hosted.merge(e.hostId(), -1, Integer::sum);
      } else if (event instanceof AbsenceReported e) {
        away.merge(e.homeId(), 1, Integer::sum);
      } else if (event instanceof AbsenceEnded e) {
        away.merge(e.homeId(), -1, Integer::sum);
      }
    }

    void check() {
      UUID affiliated = over ? null : member.organizationId();
      boolean counts = absence != null && absence.state == AbsenceState.CONFIRMED;
      for (UUID place : PLACES) {
        assertThat(hosted.getOrDefault(place, 0))
            .isEqualTo(hosting != null && hosting.hostId.equals(place) ? 1 : 0);
        assertThat(away.getOrDefault(place, 0))
            .isEqualTo(counts && place.equals(affiliated) ? 1 : 0);
      }
      assertThat(hosting == null || !hosting.hostId.equals(affiliated)).isTrue();
      if (counts && hosting != null) {
        assertThat(absence.registrationId).isEqualTo(hosting.id);
        assertThat(hosting.isMatched()).isTrue();
        assertThat(hosting.homeId).isEqualTo(affiliated);
      }
      assertThat(counts && hosting == null && absence.isMatched()).isFalse();
    }
  }
}
