package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.client.registry.ApiClient;
import org.jiceng.client.registry.ApiException;
import org.jiceng.client.registry.ApiResponse;
import org.jiceng.client.registry.JSON;
import org.jiceng.client.registry.OrganizationsApi;
import org.jiceng.client.registry.OrganizationsApi.APIOrganizationEstablishRequest;
import org.jiceng.client.registry.OrganizationsApi.APIOrganizationGetRequest;
import org.jiceng.client.registry.OrganizationsApi.APIOrganizationListRequest;
import org.jiceng.client.registry.OrganizationsApi.APIOrganizationRenameRequest;
import org.jiceng.client.registry.model.EstablishmentMode;
import org.jiceng.client.registry.model.NewOrganization;
import org.jiceng.client.registry.model.OrganizationState;
import org.jiceng.client.registry.model.OrganizationType;
import org.jiceng.client.registry.model.OrganizationView;
import org.jiceng.client.registry.model.PageOrganizationView;
import org.jiceng.client.registry.model.Problem;
import org.jiceng.client.registry.model.Rename;
import org.jiceng.client.registry.model.Sector;
import org.jiceng.client.reporting.StatisticsApi;
import org.jiceng.client.reporting.StatisticsApi.APIStatisticsAnswerRequest;
import org.jiceng.client.reporting.model.Statistics;
import org.junit.jupiter.api.Test;

/** The generated clients, used as docs/guides/clients.md shows it, against the running district. */
class ClientsTest {
  private final District district = District.running();
  private final OrganizationsApi organizations = new OrganizationsApi(client("system"));

  @Test
  void aListComesTyped() throws Exception {
    List<OrganizationView> found = page(null, 50).getItems();

    assertThat(found)
        .isNotEmpty()
        .allSatisfy(
            committee -> {
              assertThat(committee.getId()).isNotNull();
              assertThat(committee.getType()).isEqualTo(OrganizationType.COMMITTEE);
              assertThat(committee.getSector()).isEqualTo(Sector.COMMUNITY);
              assertThat(committee.getState()).isEqualTo(OrganizationState.ACTIVE);
              assertThat(committee.getEstablishedOn()).isNotNull();
              assertThat(committee.getName()).isNotBlank();
            });
  }

  @Test
  void oneIsReadWithTheTagThatAChangeNeeds() throws Exception {
    OrganizationView established = organizations.organizationEstablish(wanted("K"));
    ApiResponse<OrganizationView> read =
        organizations.organizationGetWithHttpInfo(get(established.getId()));
    String tag = read.getHeaders().get("etag").get(0);

    OrganizationView renamed =
        organizations.organizationRename(
            APIOrganizationRenameRequest.newBuilder()
                .id(established.getId())
                .ifMatch(tag)
                .rename(new Rename().name("客户端改名支部"))
                .build());

    assertThat(read.getData()).isEqualTo(established);
    assertThat(tag).isEqualTo('"' + established.getVersion().toString() + '"');
    assertThat(renamed.getName()).isEqualTo("客户端改名支部");
    assertThat(renamed.getVersion()).isGreaterThan(established.getVersion());
  }

  @Test
  void thePagesFollowEachOtherToTheEnd() throws Exception {
    Set<UUID> seen = new HashSet<>();
    int pages = 0;
    String cursor = null;
    do {
      PageOrganizationView page = page(cursor, 3);
      page.getItems().forEach(item -> assertThat(seen.add(item.getId())).isTrue());
      cursor = page.getNextCursor();
      pages++;
    } while (cursor != null);

    assertThat(pages).isGreaterThan(1);
    assertThat(seen).hasSameSizeAs(page(null, 500).getItems());
  }

  @Test
  void whatIsRefusedComesAsATypedProblem() throws Exception {
    ApiException refused =
        catchThrowableOfType(
            ApiException.class, () -> organizations.organizationGet(get(new UUID(0, 0))));

    Problem problem =
        JSON.getDefault().getMapper().readValue(refused.getResponseBody(), Problem.class);
    assertThat(refused.getCode()).isEqualTo(404);
    assertThat(problem.getStatus()).isEqualTo(404);
    assertThat(problem.getType().toString()).endsWith("/not-found");
    assertThat(problem.getTitle()).isNotBlank();
  }

  @Test
  void aKeySentTwiceEstablishesOne() throws Exception {
    APIOrganizationEstablishRequest wanted = wanted("J");

    OrganizationView first = organizations.organizationEstablish(wanted);
    OrganizationView again = organizations.organizationEstablish(wanted);

    assertThat(again).isEqualTo(first);
    assertThat(
            organizations
                .organizationList(
                    APIOrganizationListRequest.newBuilder().code(first.getCode()).build())
                .getItems())
        .containsExactly(first);
  }

  @Test
  void aFigureCountsWhatWasJustWritten() throws Exception {
    ApiResponse<OrganizationView> established =
        organizations.organizationEstablishWithHttpInfo(wanted("F"));
    String position = established.getHeaders().get("jiceng-position").get(0);
    StatisticsApi statistics = new StatisticsApi(reporting("system"));

    Statistics answer =
        statistics.statisticsAnswer(
            APIStatisticsAnswerRequest.newBuilder()
                .organization(established.getData().getId())
                .indicators("organizations.total")
                .minPosition(position)
                .prefer("wait=20")
                .build());

    assertThat(answer.getValues().get(0).getValue()).isEqualByComparingTo("1");
    assertThat(answer.getFreshness()).hasSize(3);
  }

  @Test
  void theTypeScriptClientCompilesStrictlyAndDoesTheSame() throws Exception {
    assumeTrue(TypeScript.isInstalled(), "needs node and npm");

    TypeScript.compile();
    District.Output visit = TypeScript.run("visit", environment());

    assertThat(visit.exit()).as(visit.text()).isZero();
  }

  private ApiClient client(String role) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(district.url("registry").toString());
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + district.token(role)));
    return client;
  }

  private org.jiceng.client.reporting.ApiClient reporting(String role) {
    var client = new org.jiceng.client.reporting.ApiClient();
    client.updateBaseUri(district.url("reporting").toString());
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + district.token(role)));
    return client;
  }

  private Map<String, String> environment() {
    return Map.of(
        "REGISTRY_URL", district.url("registry").toString(),
        "REPORTING_URL", district.url("reporting").toString(),
        "TOKEN", district.token("system"));
  }

  private PageOrganizationView page(String cursor, int limit) throws ApiException {
    return organizations.organizationList(
        APIOrganizationListRequest.newBuilder()
            .type(OrganizationType.COMMITTEE)
            .sector(Sector.COMMUNITY)
            .state(OrganizationState.ACTIVE)
            .cursor(cursor)
            .limit(limit)
            .build());
  }

  private static APIOrganizationGetRequest get(UUID id) {
    return APIOrganizationGetRequest.newBuilder().id(id).build();
  }

  private APIOrganizationEstablishRequest wanted(String prefix) throws ApiException {
    OrganizationView parent = page(null, 1).getItems().get(0);
    String key = UUID.randomUUID().toString();
    return APIOrganizationEstablishRequest.newBuilder()
        .idempotencyKey(key)
        .newOrganization(
            new NewOrganization()
                .code(prefix + key.substring(0, 12))
                .name("客户端支部")
                .type(OrganizationType.BRANCH)
                .sector(Sector.COMMUNITY)
                .mode(EstablishmentMode.INDEPENDENT)
                .parentId(parent.getId())
                .areaCode(parent.getAreaCode()))
        .build();
  }
}
