package org.jiceng.kit.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionGuardTest {
  private final Map<String, String> settings =
      new HashMap<>(
          Map.of(
              "jiceng.personal.keys", "k2:b3duIGtleSBvZiBvdXIgb3duLCBub2JvZHkga25vd3M=",
              "jiceng.personal.index-key", "b3duIGluZGV4IGtleSBvZiBvdXIsIG5vYm9keSBrbm93cw==",
              "jiceng.audit.key", "b3duIGF1ZGl0IGtleSBvZiBvdXJzLCBub2JvZHkga25vd3M=",
              "quarkus.datasource.password", "long and our own",
              "quarkus.oidc.auth-server-url", "https://id.example.org/realms/district"));

  @Test
  void productionStartsWithSecretsOfItsOwn() {
    assertThat(complaint()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jiceng.personal.keys",
        "jiceng.personal.index-key",
        "jiceng.audit.key",
        "quarkus.datasource.password",
        "quarkus.oidc.auth-server-url"
      })
  void productionNamesTheSettingThatIsMissing(String setting) {
    settings.put(setting, " ");
    assertThat(complaint()).hasValueSatisfying(s -> assertThat(s).contains(setting, "not set"));
    settings.remove(setting);
    assertThat(complaint()).hasValueSatisfying(s -> assertThat(s).contains(setting, "not set"));
  }

  @ParameterizedTest
  @CsvSource({
    "jiceng.personal.keys," + SampleSecrets.PERSONAL_KEYS,
    "jiceng.personal.index-key," + SampleSecrets.INDEX_KEY,
    "jiceng.audit.key," + SampleSecrets.AUDIT_KEY,
    "quarkus.datasource.password," + SampleSecrets.DATABASE_PASSWORD
  })
  void productionRefusesTheSampleSecrets(String setting, String value) {
    settings.put(setting, value);
    assertThat(complaint()).hasValueSatisfying(s -> assertThat(s).contains(setting, "sample"));
  }

  @Test
  void aSampleKeyIsRefusedBesideAnOwnKeyToo() {
    settings.merge(
        "jiceng.personal.keys",
        SampleSecrets.PERSONAL_KEYS,
        (own, sample) -> own + ",old:" + sample.substring(7));
    assertThat(complaint()).isPresent();
  }

  private Optional<String> complaint() {
    return ProductionGuard.complaint(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 500))
            .build());
  }
}
