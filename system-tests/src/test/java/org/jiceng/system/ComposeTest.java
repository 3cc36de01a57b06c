package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the compose file without a container engine; see deploy/verify-compose. */
class ComposeTest {
  private static final Set<String> OURS = Set.of("registry", "member", "activity", "reporting");
  private static final String SECRET = ".*(PASSWORD|SECRET|KEYS?)";

  private final ComposeFile file = ComposeFile.of("docker-compose.yml");
  private final Map<String, JsonNode> services = file.services();

  @ParameterizedTest
  @ValueSource(strings = {"docker-compose.yml", "deploy/compose.verify.yml"})
  void aFileFitsTheComposeSpecification(String name) throws IOException {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(specification(), InputFormat.JSON)
                .validate(ComposeFile.of(name).started().toString(), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void whatTheSpecificationDoesNotKnowIsRefused() throws IOException {
    String misspelt = "{\"services\":{\"registry\":{\"image\":\"x\",\"health_check\":{}}}}";
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(specification(), InputFormat.JSON)
                .validate(misspelt, InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void everyContainerSaysWhetherItIsHealthy() {
    assertThat(services)
        .allSatisfy((name, service) -> assertThat(service.at("/healthcheck/test")).isNotEmpty());
  }

  @Test
  void ourImagesAreBuiltAndRunWithoutRoot() {
    assertThat(OURS)
        .allSatisfy(
            name ->
                assertThat(dockerfile(name)).exists().content().containsPattern("\nUSER [1-9]"));
  }

  @Test
  void ourServicesCannotWriteToTheirRootFileSystemNorGainRights() {
    assertThat(OURS)
        .allSatisfy(
            name -> {
              JsonNode service = services.get(name);
              assertThat(service.path("read_only").asBoolean()).isTrue();
              assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
              assertThat(service.at("/security_opt/0").asText())
                  .isEqualTo("no-new-privileges:true");
            });
  }

  @Test
  void whatIsPublishedIsPublishedOnThisMachineOnly() {
    assertThat(each("ports")).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @Test
  void whatIsMountedFromTheCheckoutExists() {
    assertThat(each("volumes").filter(volume -> volume.startsWith("./")))
        .isNotEmpty()
        .allSatisfy(
            volume ->
                assertThat(ComposeFile.ROOT.resolve(volume.substring(2, volume.indexOf(':'))))
                    .exists());
  }

  @Test
  void noSecretHasADefault() {
    assertThat(file.variables().filter(variable -> variable.name().matches(SECRET)))
        .isNotEmpty()
        .allMatch(ComposeFile.Variable::required);
    assertThat(
            file.written()
                .path("services")
                .valueStream()
                .flatMap(service -> service.path("environment").propertyStream())
                .filter(setting -> setting.getKey().matches(SECRET)))
        .isNotEmpty()
        .allMatch(setting -> setting.getValue().asText().matches("\\$\\{\\w+:\\?.*}"));
  }

  @Test
  void theExampleNamesEverySettingThatIsRequiredAndFillsNone() throws IOException {
    List<String> example = Files.readAllLines(ComposeFile.ROOT.resolve(".env.example"));
    assertThat(example.stream().filter(line -> line.matches("\\w+=.*")))
        .containsExactlyInAnyOrderElementsOf(
            file.variables()
                .filter(ComposeFile.Variable::required)
                .map(variable -> variable.name() + "=")
                .collect(Collectors.toSet()));
  }

  /** The items of a list that services have, all together. */
  private Stream<String> each(String list) {
    return services.values().stream()
        .flatMap(service -> service.path(list).valueStream())
        .map(JsonNode::asText);
  }

  private Path dockerfile(String service) {
    return ComposeFile.ROOT.resolve(services.get(service).at("/build/dockerfile").asText());
  }

  private static String specification() throws IOException {
    try (InputStream schema = ComposeTest.class.getResourceAsStream("/compose/compose_spec.json")) {
      String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
      // "id" was a keyword in draft 4 and is none in the draft that the schema names
      return text.replaceAll("\"id\": \"[^\"]*\",", "");
    }
  }
}
