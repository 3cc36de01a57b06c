package org.jiceng.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.RecordedEvent;
import org.junit.jupiter.api.Test;

/** Figures are the same before and after a person is forgotten. */
class ErasureFoldTest {
  private static final String ERASED = "org.jiceng.member.person-erased.v1";

  private final RecordState state = new RecordState(Map.of());
  private final List<Posting> postings = new ArrayList<>();

  @Test
  void whoIsErasedWasCountedAsBeforeOnEveryDay() throws IOException {
    DomainEvent erased =
        CloudEventCodec.dataFromJson(
            ERASED,
            Files.readAllBytes(
                Path.of("../event-contracts/src/test/resources/golden", ERASED + ".json")));
    UUID member = UUID.fromString(erased.aggregateId());
    UUID organization = UUID.randomUUID();
    fold(
        new MemberAdmitted(
            member, organization, MembershipStatus.FULL, "1", "01", "21", 1950, organization));
    fold(new MembershipEnded(member, organization, MembershipEnd.WITHDRAWN));
    List<Posting> before = List.copyOf(postings);
    assertThat(before).isNotEmpty();
    fold(erased);
    assertThat(postings).isEqualTo(before);
  }

  private void fold(DomainEvent event) {
    postings.addAll(
        Fold.of(
            new RecordedEvent(
                UUID.randomUUID(),
                Instant.now(),
                LocalDate.parse("2010-01-01"),
                1,
                null,
                null,
                event),
            state));
  }
}
