package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that a reorganisation has to move: more members than fit into three steps of a thousand, a
 * site that is booked, someone hosted, someone about to leave. It is merged again and again; where
 * it stands is where everything of it has to be.
 */
final class LargeBranch {
  static final int MEMBERS = 3_500;
  private static final int FIRST_PERSON = 300_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final District district;
  private final JsonNode parent;
  private final String site;
  private final String booking;
  private final String hosted;
  private final String transfer;
  private final long affiliated;
  private final long sites;
  private final long guests;
  private List<String> sources;

  LargeBranch(District district) throws Exception {
    this.district = district;
    parent =
        district
            .registry("system")
            .get("organizations?type=COMMITTEE&sector=COMMUNITY&limit=1")
            .body()
            .at("/items/0");
    sources = List.of(establish(), establish());
    String elsewhere = establish();
    admitHalfEach();
    booking = book();
    site = one(district.activity("system"), "bookings/" + booking).get("siteId").asText();
    hosted = host(sources.get(0));
    transfer = askToLeave(elsewhere);
    awaitCounted(sources);
    affiliated = district.figure("members.affiliated", null);
    sites = district.figure("sites.total", null);
    guests = district.figure("members.mobileHosted", null);
  }

  /** The next merge, of where everything stands now into a branch that it establishes. */
  Map<String, Object> merge(int nth) {
    Map<String, Object> heir = wanted();
    heir.remove("effectiveOn");
    return Map.of(
        "sources",
        sources,
        "destination",
        Map.of("establish", heir),
        "effectiveOn",
        "2026-02-%02d".formatted(nth));
  }

  /** Nobody was lost, nobody counted twice, nothing is left where it was. */
  void assertAllIsWith(String heir) throws Exception {
    awaitCounted(List.of(heir));
    for (String source : sources) {
      assertThat(district.figure("members.affiliated", source)).isZero();
    }
    assertThat(district.figure("members.affiliated", null)).isEqualTo(affiliated);
    assertThat(district.figure("sites.total", null)).isEqualTo(sites);
    assertThat(district.figure("members.mobileHosted", null)).isEqualTo(guests);
    Api activity = district.activity("system");
    Api member = district.member("system");
    assertThat(one(activity, "sites/" + site).get("organizationId").asText()).isEqualTo(heir);
    assertThat(one(activity, "bookings/" + booking).get("organizationId").asText()).isEqualTo(heir);
    assertThat(one(member, "mobile-registrations/" + hosted).get("hostId").asText())
        .isEqualTo(heir);
    assertThat(one(member, "transfers/" + transfer).get("sourceId").asText()).isEqualTo(heir);
    sources = List.of(heir);
  }

  /** Every member is listed at one organisation, once. */
  void assertEachIsListedOnce(List<String> former) throws Exception {
    assertThat(listed(sources.get(0))).hasSize(MEMBERS);
    for (String source : former) {
      assertThat(listed(source)).isEmpty();
    }
  }

  List<String> sources() {
    return sources;
  }

  private Set<String> listed(String organization) throws Exception {
    Set<String> ids = new HashSet<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page =
          one(
              district.member("system"),
              "members?limit=500&organizationId=" + organization + cursor);
      for (JsonNode item : page.get("items")) {
        assertThat(ids.add(item.get("id").asText())).isTrue();
      }
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.get("nextCursor").asText() : null;
    }
    return ids;
  }

  private void awaitCounted(List<String> organizations) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              long sum = 0;
              for (String organization : organizations) {
                sum += district.figure("members.affiliated", organization);
              }
              assertThat(sum).isEqualTo(MEMBERS);
            });
  }

  private Map<String, Object> wanted() {
    Map<String, Object> branch = new HashMap<>();
    branch.put("code", "R" + UUID.randomUUID().toString().substring(0, 12));
    branch.put("name", "待合并支部");
    branch.put("type", "BRANCH");
    branch.put("sector", "COMMUNITY");
    branch.put("mode", "INDEPENDENT");
    branch.put("parentId", parent.get("id").asText());
    branch.put("areaCode", parent.get("areaCode").asText());
    branch.put("effectiveOn", "2025-01-01");
    return branch;
  }

  private String establish() throws Exception {
    return made(district.registry("system"), "organizations", wanted()).text("id");
  }

  /** What the member service has not heard of yet is refused, and sent again. */
  private void admitHalfEach() throws Exception {
    List<String> codes = List.of(codeOf(sources.get(0)), codeOf(sources.get(1)));
    String roster =
        IntStream.range(0, MEMBERS)
            .mapToObj(n -> NewMembers.row(codes.get(n % 2), FIRST_PERSON + n))
            .collect(Collectors.joining("\n", NewMembers.HEADER + "\n", "\n"));
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> district.importCsv("member", "members", roster).equals("COMPLETED"));
  }

  private String codeOf(String organization) throws Exception {
    return one(district.registry("system"), "organizations/" + organization).get("code").asText();
  }

  private String book() throws Exception {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("code", "R" + UUID.randomUUID().toString().substring(0, 12));
    wanted.put("name", "待移交阵地");
    wanted.put("kind", "ACTIVITY_ROOM");
    wanted.put("origin", "COMMUNITY");
    wanted.put("areaCode", parent.get("areaCode").asText());
    wanted.put("organizationId", sources.get(0));
    wanted.put("floorArea", 80);
    wanted.put("effectiveOn", "2026-01-01");
    wanted.put("spaces", List.of(Map.of("name", "会议室", "capacity", 40)));
    Api.Answer opened = made(district.activity("system"), "sites", wanted);
    Instant starts = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    return made(
            district.activity("system"),
            "bookings",
            Map.of(
                "spaceId",
                opened.body().at("/spaces/0/id").asText(),
                "organizationId",
                sources.get(0),
                "startsAt",
                starts.toString(),
                "endsAt",
                starts.plus(1, ChronoUnit.HOURS).toString()))
        .text("id");
  }

  private String host(String host) throws Exception {
    Map<String, Object> guest = NewMembers.of(host, FIRST_PERSON + MEMBERS);
    return made(
            district.member("system"),
            "mobile-registrations",
            Map.of(
                "idNumber",
                guest.get("idNumber"),
                "name",
                guest.get("name"),
                "hostId",
                host,
                "hostedOn",
                "2026-01-01"))
        .text("id");
  }

  private String askToLeave(String destination) throws Exception {
    String member =
        one(district.member("system"), "members?limit=1&organizationId=" + sources.get(0))
            .at("/items/0/id")
            .asText();
    return made(
            district.member("system"),
            "transfers",
            Map.of("memberId", member, "destinationId", destination))
        .text("id");
  }

  /** What a neighbour has not heard of yet is asked for again. */
  private static Api.Answer made(Api api, String path, Map<String, Object> wanted) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> api.post(path, wanted), answer -> answer.status() == 201);
  }

  private static JsonNode one(Api api, String path) throws Exception {
    Api.Answer found = api.get(path);
    assertThat(found.status()).as(path + " " + found.body()).isEqualTo(200);
    return found.body();
  }
}
