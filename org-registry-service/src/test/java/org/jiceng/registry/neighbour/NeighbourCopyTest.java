package org.jiceng.registry.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.BookingConfirmed;
import org.jiceng.events.ActivityEvent.BookingHandedOver;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.ConfirmationCorrected;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.events.MemberEvent.MemberReassigned;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.MemberEvent.TransferRequested;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.RecordedEvent;
import org.jiceng.registry.Stored;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The copy says what the neighbours said last, in one batch or one by one. */
@QuarkusTest
class NeighbourCopyTest {
  @Inject NeighbourCopy copy;
  @Inject AgroalDataSource dataSource;
  @Inject Stored stored;

  private final UUID here = UUID.randomUUID();
  private final UUID there = UUID.randomUUID();
  private final UUID member = UUID.randomUUID();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMemberIsWhereTheLastWordSaysAndFullOnceConfirmed(boolean together) throws SQLException {
    UUID transfer = UUID.randomUUID();
    tell(
        together,
        admitted(),
        new TransferRequested(transfer, member, here, there),
        new MemberConfirmed(member, here),
        new TransferCompleted(transfer, member, here, there));
    assertThat(whereAndWhat(member)).isEqualTo(there + " MEMBER false");
    assertThat(stored.list("select kind from neighbour_record where record_id = ?", transfer))
        .isEmpty();

    tell(together, new MemberReassigned(member, UUID.randomUUID(), there, here));
    assertThat(whereAndWhat(member)).isEqualTo(here + " MEMBER false");

    tell(together, new MembershipEnded(member, here, MembershipEnd.WITHDRAWN));
    assertThat(stored.list("select kind from neighbour_record where record_id = ?", member))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProbationerStaysOneOnTheMove(boolean together) throws SQLException {
    tell(together, admitted(), new MemberReassigned(member, UUID.randomUUID(), here, there));

    assertThat(whereAndWhat(member)).isEqualTo(there + " MEMBER true");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConfirmationThatNeverWasIsNone(boolean together) throws SQLException {
    tell(
        together,
        admitted(),
        new MemberConfirmed(member, here),
        new ConfirmationCorrected(member, here, LocalDate.parse("2009-12-01")));
    assertThat(whereAndWhat(member)).isEqualTo(here + " MEMBER false");

    tell(together, new ConfirmationCorrected(member, here, null));
    assertThat(whereAndWhat(member)).isEqualTo(here + " MEMBER true");

    tell(together, new MemberConfirmed(member, here));
    assertThat(whereAndWhat(member)).isEqualTo(here + " MEMBER false");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoseStayIsPutRightIsOnProbationAsBefore(boolean together) throws SQLException {
    LocalDate since = LocalDate.parse("2010-01-01");
    tell(
        together,
        admitted(),
        new AffiliationRevoked(member, here, since, null),
        new AffiliationEntered(member, here, since, since.plusDays(9)),
        new AffiliationEntered(member, there, since.plusDays(9), null));
    assertThat(whereAndWhat(member)).isEqualTo(there + " MEMBER true");
    assertThat(
            stored.one("select ends_at is null from neighbour_record where record_id = ?", member))
        .isEqualTo("t");

    tell(together, new AffiliationRevoked(member, there, since.plusDays(9), null));
    assertThat(
            stored.one("select ends_at <= now() from neighbour_record where record_id = ?", member))
        .isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMemberWhomAnotherDistrictTakesOverIsHereUntilTheDayBefore(boolean together)
      throws SQLException {
    tell(together, admitted());
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
    MembershipEnded ended = new MembershipEnded(member, here, MembershipEnd.TRANSFERRED_OUT);
    try (Connection connection = dataSource.getConnection()) {
      copy.apply(List.of(told(ended, tomorrow)), connection);
    }

    assertThat(whereAndWhat(member)).isEqualTo(here + " MEMBER true");
    assertThat(
            stored.one("select ends_at > now() from neighbour_record where record_id = ?", member))
        .isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBookingThatIsHandedOverKeepsItsEnd(boolean together) throws SQLException {
    UUID booking = UUID.randomUUID();
    Instant ends = Instant.parse("2030-01-01T10:00:00Z");
    tell(
        together,
        new BookingConfirmed(booking, here, there, here, ends.minusSeconds(3600), ends),
        new BookingHandedOver(booking, here, there, UUID.randomUUID(), here, there));

    assertThat(whereAndWhat(booking)).isEqualTo(there + " BOOKING false");
    assertThat(
            stored.one(
                "select ends_at = '2030-01-01T10:00:00Z' from neighbour_record where record_id = ?",
                booking))
        .isEqualTo("t");
  }

  private MemberAdmitted admitted() {
    return new MemberAdmitted(
        member, here, MembershipStatus.PROBATIONARY, "1", "01", "20", 1980, null);
  }

  private String whereAndWhat(UUID record) {
    return stored.one(
        """
        select organization_id || ' ' || kind || ' ' || probationary
          from neighbour_record where record_id = ?""",
        record);
  }

  private static RecordedEvent told(DomainEvent event, LocalDate effectiveOn) {
    return new RecordedEvent(UUID.randomUUID(), Instant.now(), effectiveOn, 1, null, null, event);
  }

  private void tell(boolean together, DomainEvent... events) throws SQLException {
    List<RecordedEvent> told =
        Arrays.stream(events).map(event -> told(event, LocalDate.parse("2010-01-01"))).toList();
    try (Connection connection = dataSource.getConnection()) {
      if (together) {
        copy.apply(told, connection);
      } else {
        for (RecordedEvent one : told) {
          copy.apply(List.of(one), connection);
        }
      }
    }
  }
}
