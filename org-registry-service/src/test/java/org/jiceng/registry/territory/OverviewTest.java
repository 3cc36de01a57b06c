package org.jiceng.registry.territory;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.building;
import static org.jiceng.registry.District.changeArea;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.station;
import static org.jiceng.registry.District.township;
import static org.jiceng.registry.District.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jiceng.events.ActivityEvent;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteMeasured;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.ActivityEvent.SpaceAdded;
import org.jiceng.events.ActivityEvent.SpaceClosed;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;
import org.jiceng.kit.kafka.Topics;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is in this community: organisations, units, buildings and sites in one answer. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OverviewTest {
  private static final AtomicLong SEQUENCE = new AtomicLong();

  @Inject Topics topics;

  private String township;
  private String other;
  private String community;
  private UUID resident;
  private UUID stranger;
  private UUID unit;
  private UUID building;

  @BeforeEach
  void aCommunityWithSomethingOfEach() {
    UUID root = District.root();
    township = township();
    other = township();
    community = community(township);
    resident = committee(root, community);
    stranger = branch(committee(root, other), community);
    unit = unit(community);
    building = building(community);
    station(building);
  }

  @Test
  void everythingInACommunityIsOneAnswerWhateverItsLine() {
    UUID site = UUID.randomUUID();
    UUID closed = UUID.randomUUID();
    UUID small = UUID.randomUUID();
    tell("2006-01-01", opened(site, "80.50"));
    tell("2006-01-01", new SpaceAdded(site, UUID.randomUUID(), 30));
    tell("2006-01-01", new SpaceAdded(site, small, 12));
    tell("2008-01-01", new SpaceClosed(site, small));
    tell("2007-01-01", new SiteMeasured(site, new BigDecimal("95.00")));
    tell("2006-01-01", opened(closed, "20"));
    tell("2009-01-01", new SiteClosed(closed, null));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                overview(community, "")
                    .body("sites.items.id", equalTo(List.of(site.toString())))
                    .body("sites.items[0].spaces", equalTo(1))
                    .body("sites.items[0].floorArea", equalTo(95.00f)));

    overview(community, "")
        .body("area.name", equalTo("社区"))
        .body("area.parentCode", equalTo(township))
        .body("organizations.count", equalTo(2))
        .body(
            "organizations.items.id", containsInAnyOrder(resident.toString(), stranger.toString()))
        .body("organizations.list", equalTo("/api/v1/areas/" + community + "/organizations"))
        .body("units.count", equalTo(1))
        .body("units.items[0].id", equalTo(unit.toString()))
        .body("buildings.items[0].id", equalTo(building.toString()))
        .body("buildings.items[0].stations", hasSize(1))
        .body("sites.count", equalTo(1))
        .body("sites.items[0].kind", equalTo("ACTIVITY_ROOM"))
        .body("sites.items[0].organizationId", equalTo(resident.toString()))
        .body("sites.items[0].capacity", equalTo(30));
    overview(community, "?asOf=2007-06-01")
        .body("sites.count", equalTo(2))
        .body("sites.items.find { it.id == '" + site + "' }.capacity", equalTo(42));
    overview(community, "?asOf=2001-06-01")
        .body("sites.count", equalTo(0))
        .body("units.count", equalTo(1))
        .body("buildings.items[0].stations", hasSize(0));
    for (String kind : List.of("organizations", "units", "buildings", "sites")) {
      String list = overview(community, "?asOf=2007-06-01").extract().path(kind + ".list");
      int count = overview(community, "?asOf=2007-06-01").extract().path(kind + ".count");
      as("reporter").get(list).then().statusCode(200).body("items", hasSize(count));
    }
    as("reporter")
        .get("/api/v1/areas/" + community + "/sites?asOf=2007-06-01&limit=1")
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void theTownshipHoldsWhatIsInItsCommunitiesOnThatDay() {
    changeArea(community, "reassign", Map.of("parentCode", other, "effectiveOn", "2008-01-01"))
        .statusCode(200);
    overview(township, "?asOf=2007-12-31").body("units.count", equalTo(1));
    overview(township, "").body("units.count", equalTo(0));
    overview(other, "")
        .body("units.count", equalTo(1))
        .body("buildings.count", equalTo(1))
        .body("organizations.count", equalTo(3));
  }

  @Test
  void listsAreReadPageByPage() {
    unit(community);
    unit(community);
    String path = "/api/v1/areas/" + community + "/units?limit=2";
    String cursor =
        as("reporter").get(path).then().body("items", hasSize(2)).extract().path("nextCursor");
    as("reporter")
        .get(path + "&cursor=" + cursor)
        .then()
        .body("items", hasSize(1))
        .body("nextCursor", nullValue());
  }

  @Test
  void aQuestionThatCannotBeAnsweredIsToldSo() {
    for (String what : List.of("overview", "units", "buildings", "sites")) {
      String path = "/api/v1/areas/%s/" + what;
      as("reporter").get(path.formatted("999999999999")).then().statusCode(404);
      as("reporter").get(path.formatted("nonsense")).then().statusCode(404);
      as("reporter").get(path.formatted(community) + "?asOf=1999-12-31").then().statusCode(404);
      as("reporter").get(path.formatted(community) + "?asOf=soon").then().statusCode(400);
      as("member").get(path.formatted(community)).then().statusCode(403);
    }
    as("reporter").get("/api/v1/areas/" + community + "/sites?cursor=x").then().statusCode(400);
  }

  private SiteOpened opened(UUID site, String floorArea) {
    return new SiteOpened(
        site,
        SiteKind.ACTIVITY_ROOM,
        SiteOrigin.COMMUNITY,
        community,
        resident,
        new BigDecimal(floorArea));
  }

  /** Tells an event as the activity service does. */
  private void tell(String on, ActivityEvent event) {
    RecordedEvent recorded =
        new RecordedEvent(
            UUID.randomUUID(),
            Instant.now(),
            LocalDate.parse(on),
            SEQUENCE.incrementAndGet(),
            null,
            null,
            event);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", topics.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(CloudEventCodec.toKafka(recorded));
    }
  }

  private static ValidatableResponse overview(String area, String query) {
    return as("reporter").get("/api/v1/areas/" + area + "/overview" + query).then().statusCode(200);
  }
}
