package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jiceng.kit.security.Roles;
import org.junit.jupiter.api.Test;

/** The realm gives the tokens that the services read; see {@code org.jiceng.kit.security}. */
class RealmTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(JICENG_\\w+)}");

  private final JsonNode realm;

  RealmTest() throws IOException {
    realm =
        Api.JSON.readTree(ComposeFile.ROOT.resolve("deploy/keycloak/jiceng-realm.json").toFile());
  }

  @Test
  void itHasTheRolesThatTheServicesAskForAndNoOthers() throws IllegalAccessException {
    List<String> asked = new ArrayList<>();
    for (Field role : Roles.class.getFields()) {
      asked.add((String) role.get(null));
    }
    assertThat(realm.at("/roles/realm").findValuesAsText("name"))
        .containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void everyClientsTokensAreForTheServicesAndNameRoleScopeAndMember() throws IOException {
    Properties kit = properties("service-kit/src/main/resources/META-INF/microprofile-config");
    JsonNode scope = named(realm.path("clientScopes"), "name", "jiceng");
    assertThat(scope.findValuesAsText("claim.name"))
        .containsExactlyInAnyOrder(
            kit.getProperty("quarkus.oidc.roles.role-claim-path"), "org_id", "member_id");
    assertThat(scope.findValuesAsText("included.custom.audience"))
        .containsExactly(kit.getProperty("quarkus.oidc.token.audience"));
    assertThat(realm.path("clients"))
        .allSatisfy(
            client ->
                assertThat(client.path("defaultClientScopes"))
                    .extracting(JsonNode::asText)
                    .contains("jiceng"));
  }

  @Test
  void theMachineClientIsTheRoleSystemForTheWholeDistrict() {
    JsonNode client = named(realm.path("clients"), "clientId", "jiceng-system");
    assertThat(client.path("serviceAccountsEnabled").asBoolean()).isTrue();
    assertThat(client.path("standardFlowEnabled").asBoolean()).isFalse();
    JsonNode account = named(realm.path("users"), "serviceAccountClientId", "jiceng-system");
    assertThat(account.at("/realmRoles/0").asText()).isEqualTo(Roles.SYSTEM);
    assertThat(account.at("/attributes/org_id/0").asText()).isEqualTo("district");
  }

  @Test
  void thePagesAreAClientThatProvesItselfAndMayComeBackToEachPage() throws IOException {
    Properties kit = properties("service-kit/src/main/resources/META-INF/microprofile-config");
    JsonNode client =
        named(realm.path("clients"), "clientId", kit.getProperty("quarkus.oidc.door.client-id"));
    assertThat(client.path("standardFlowEnabled").asBoolean()).isTrue();
    assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
    assertThat(client.path("redirectUris"))
        .extracting(JsonNode::asText)
        .contains(
            "http://127.0.0.1:${JICENG_DASHBOARD_PORT}/*",
            "http://127.0.0.1:${JICENG_REGISTRAR_PORT}/*",
            "http://127.0.0.1:${JICENG_SECRETARY_PORT}/*",
            "http://127.0.0.1:${JICENG_SITES_PORT}/*");
  }

  @Test
  void whatItLeavesOpenIsFilledFromTheContainersEnvironment() {
    JsonNode environment =
        ComposeFile.of("docker-compose.yml").services().get("keycloak").path("environment");
    assertThat(PLACEHOLDER.matcher(realm.toString()).results().map(match -> match.group(1)))
        .contains("JICENG_SYSTEM_CLIENT_SECRET", "JICENG_DASHBOARD_CLIENT_SECRET")
        .allMatch(environment::has);
  }

  private static JsonNode named(JsonNode list, String field, String name) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(item -> item.path(field).asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Properties properties(String name) throws IOException {
    Properties all = new Properties();
    try (Reader reader = Files.newBufferedReader(ComposeFile.ROOT.resolve(name + ".properties"))) {
      all.load(reader);
    }
    return all;
  }
}
