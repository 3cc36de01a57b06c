package org.jiceng.registry.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.cover;
import static org.jiceng.registry.District.creditCode;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.WorkplaceChanged;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.RecordedEvent;
import org.jiceng.kit.kafka.Topics;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit is worth a branch by the members who work in it, or by its staff. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class MembersAtUnitsTest {
  private static final AtomicLong SEQUENCE = new AtomicLong();

  @Inject WorkplaceCopy copy;
  @Inject AgroalDataSource dataSource;
  @Inject Stored stored;
  @Inject Topics topics;

  private String area;

  @BeforeEach
  void aCommunity() {
    District.root();
    area = community(HERE);
  }

  @Test
  void unitsWithEnoughMembersComeFirstAndThenThoseWithEnoughStaff() throws SQLException {
    UUID three = unit(5, "INDIVIDUAL_BUSINESS");
    UUID two = unit(900, "NON_PUBLIC_ENTERPRISE");
    UUID twoOfFewer = unit(7, "NON_PUBLIC_ENTERPRISE");
    UUID one = unit(50, "NON_PUBLIC_ENTERPRISE");
    UUID none = unit(60, "NON_PUBLIC_ENTERPRISE");
    unit(1, "NON_PUBLIC_ENTERPRISE");
    work(3, three);
    work(2, two);
    work(2, twoOfFewer);
    work(1, one);

    assertThat(gaps("minMembers=2")).containsExactly(three, two, twoOfFewer);
    assertThat(gaps("minMembers=2&minStaff=50")).containsExactly(three, two, twoOfFewer, none, one);
    assertThat(gaps("minMembers=2&minStaff=50&kind=NON_PUBLIC_ENTERPRISE"))
        .containsExactly(two, twoOfFewer, none, one);
    assertThat(gaps("minMembers=4")).isEmpty();
    assertThat(gaps("minStaff=50")).containsExactly(two, none, one);
    asked("areaCode=" + area + "&minMembers=1").body("items.members", contains(3, 2, 2, 1));
    asked("minMembers=3&limit=500").body("items.unitId", hasItem(three.toString()));

    cover("/api/v1/units/" + three, branch(District.root(), area));
    assertThat(gaps("minMembers=2")).containsExactly(two, twoOfFewer);
  }

  @Test
  void pagesFollowOneAnotherAcrossBothReasons() throws SQLException {
    for (int i = 0; i < 4; i++) {
      UUID unit = unit(10, "NON_PUBLIC_ENTERPRISE");
      work(i / 2 * 2, unit);
      unit(20 + i / 2, "SOCIAL_ORGANIZATION");
    }
    List<UUID> whole = gaps("minMembers=2&minStaff=10");
    assertThat(whole).hasSize(8).doesNotHaveDuplicates();
    for (int limit = 1; limit < 8; limit++) {
      List<UUID> paged = new ArrayList<>();
      String cursor = "";
      while (cursor != null) {
        var page =
            asked(
                    "areaCode=%s&minMembers=2&minStaff=10&limit=%d%s"
                        .formatted(area, limit, cursor.isEmpty() ? "" : "&cursor=" + cursor))
                .extract()
                .jsonPath();
        paged.addAll(page.getList("items.unitId", UUID.class));
        cursor = page.getString("nextCursor");
      }
      assertThat(paged).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @EnumSource(MembershipEnd.class)
  void whoseMembershipEndsNoLongerCounts(MembershipEnd reason) throws SQLException {
    UUID unit = unit(1, "NON_PUBLIC_ENTERPRISE");
    UUID member = UUID.randomUUID();
    apply(true, new WorkplaceChanged(member, unit));
    work(1, unit);
    assertThat(gaps("minMembers=2")).containsExactly(unit);

    apply(true, new MembershipEnded(member, UUID.randomUUID(), reason));

    assertThat(gaps("minMembers=2")).isEmpty();
    assertThat(gaps("minMembers=1")).containsExactly(unit);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theLastWordOnAMemberCounts(boolean together) throws SQLException {
    UUID first = unit(1, "NON_PUBLIC_ENTERPRISE");
    UUID second = unit(2, "NON_PUBLIC_ENTERPRISE");
    UUID mover = UUID.randomUUID();
    UUID leaver = UUID.randomUUID();
    UUID gone = UUID.randomUUID();
    apply(
        together,
        new WorkplaceChanged(mover, first),
        new WorkplaceChanged(leaver, first),
        new WorkplaceChanged(gone, second),
        new WorkplaceChanged(mover, second),
        new WorkplaceChanged(leaver, null),
        new MembershipEnded(gone, UUID.randomUUID(), MembershipEnd.DECEASED));

    assertThat(gaps("minMembers=1")).containsExactly(second);
    apply(together, new WorkplaceChanged(mover, null));
    assertThat(gaps("minMembers=1")).isEmpty();
    assertThat(stored.list("select member_id from workplace where member_id = ?", mover)).isEmpty();
  }

  @Test
  void whatTheMemberServiceTellsArrivesAndAUnitNobodyKnowsHarmsNobody() {
    UUID unit = unit(1, "NON_PUBLIC_ENTERPRISE");
    UUID member = UUID.randomUUID();
    tell(new WorkplaceChanged(member, UUID.randomUUID()));
    tell(new WorkplaceChanged(member, unit));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(gaps("minMembers=1")).containsExactly(unit));
    tell(new WorkplaceChanged(member, UUID.randomUUID()));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(gaps("minMembers=1")).isEmpty());
    assertThat(stored.list("select 1 from inbox_parked where handler = 'workplace-copy'"))
        .isEmpty();
  }

  @Test
  void whoIsCountedWaitsForNobody() throws SQLException {
    UUID unit = unit(1, "NON_PUBLIC_ENTERPRISE");
    try (Connection command = dataSource.getConnection();
        Statement statement = command.createStatement()) {
      command.setAutoCommit(false);
      statement.execute("select from unit where id = '%s' for update".formatted(unit));
      assertThatThrownBy(() -> work(1, unit))
          .isInstanceOf(SQLException.class)
          .hasFieldOrPropertyWithValue("SQLState", "55P03");
      command.rollback();
      command.setAutoCommit(true);
    }
    work(1, unit);
    assertThat(gaps("minMembers=1")).containsExactly(unit);
  }

  @Test
  void aQuestionThatCannotBeAnsweredIsToldSo() {
    for (String query :
        List.of(
            "minMembers=0",
            "minMembers=-1",
            "minMembers=many",
            "minMembers=99999999999",
            "minMembers=1&cursor=x",
            "minMembers=1&minStaff=-1",
            "minMembers=1&limit=0")) {
      as("reporter").get("/api/v1/coverage-gaps?" + query).then().statusCode(400);
    }
    as("member").get("/api/v1/coverage-gaps?minMembers=1").then().statusCode(403);
  }

  private void work(int members, UUID unit) throws SQLException {
    for (int i = 0; i < members; i++) {
      apply(true, new WorkplaceChanged(UUID.randomUUID(), unit));
    }
  }

  private List<UUID> gaps(String query) {
    return asked("areaCode=" + area + "&" + query)
        .extract()
        .jsonPath()
        .getList("items.unitId", UUID.class);
  }

  private static ValidatableResponse asked(String query) {
    return as("reporter").get("/api/v1/coverage-gaps?" + query).then().statusCode(200);
  }

  private UUID unit(int staff, String kind) {
    Map<String, Object> wanted =
        Map.of(
            "creditCode",
            creditCode(),
            "name",
            "甲公司",
            "kind",
            kind,
            "areaCode",
            area,
            "staffCount",
            staff,
            "effectiveOn",
            "2001-01-01");
    return UUID.fromString(
        as("registrar")
            .body(wanted)
            .post("/api/v1/units")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private void apply(boolean together, DomainEvent... events) throws SQLException {
    List<RecordedEvent> told = Arrays.stream(events).map(event -> recorded(event, 1)).toList();
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

  /** Tells an event as the member service does. */
  private void tell(DomainEvent event) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", topics.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(CloudEventCodec.toKafka(recorded(event, SEQUENCE.incrementAndGet())));
    }
  }

  private static RecordedEvent recorded(DomainEvent event, long sequence) {
    return new RecordedEvent(
        UUID.randomUUID(),
        Instant.now(),
        LocalDate.parse("2010-01-01"),
        sequence,
        null,
        null,
        event);
  }
}
