package org.jiceng.member.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DistrictsTest {
  private final Map<String, String> settings =
      new HashMap<>(
          Map.of(
              "jiceng.exchange.self",
              "near",
              "jiceng.exchange.private-key",
              TestKeys.base64(TestKeys.NEAR.getPrivate()),
              "jiceng.exchange.peers.far.url",
              "https://far.example.org",
              "jiceng.exchange.peers.far.public-key",
              "-----BEGIN PUBLIC KEY-----\n"
                  + TestKeys.base64(TestKeys.FAR.getPublic())
                  + "\n-----END PUBLIC KEY-----\n"));

  private final Map<String, String> environment = new HashMap<>();

  @Test
  void nobodyIsTalkedToUnlessConfigured() {
    settings.clear();
    assertThat(districts().any()).isFalse();
  }

  @Test
  void aDistrictIsKnownByItsNameAndItsPresentAndNextKey() {
    settings.put(
        "jiceng.exchange.peers.far.next-public-key",
        TestKeys.base64(TestKeys.STRANGER.getPublic()));
    District far = districts().find("far").orElseThrow();
    assertThat(far.keys()).containsExactly(TestKeys.FAR.getPublic(), TestKeys.STRANGER.getPublic());
    assertThat(far.authority()).isEqualTo("far.example.org");
  }

  @Test
  void personsAreSentOverTlsOnlyInProduction() {
    assertThat(Districts.complaint(districts().others())).isEmpty();
    settings.put("jiceng.exchange.peers.far.url", "http://far.example.org:8082");
    assertThat(Districts.complaint(districts().others()))
        .hasValueSatisfying(s -> assertThat(s).contains("far.url is not https"));
    assertThat(districts().find("far").orElseThrow().authority()).isEqualTo("far.example.org:8082");
  }

  @Test
  void theEnvironmentMayNameADistrictToo() {
    settings.keySet().removeIf(name -> name.contains("peers"));
    environment.put("JICENG_EXCHANGE_PEERS_FAR_URL", "https://far.example.org");
    environment.put(
        "JICENG_EXCHANGE_PEERS_FAR_PUBLIC_KEY", TestKeys.base64(TestKeys.FAR.getPublic()));
    assertThat(districts().find("far").orElseThrow().keys())
        .containsExactly(TestKeys.FAR.getPublic());
  }

  @Test
  void whatCannotWorkIsSaidAtTheStart() {
    broken("jiceng.exchange.self", "Near District", "jiceng.exchange.self");
    broken("jiceng.exchange.private-key", "AAAA", "jiceng.exchange.private-key");
    broken("jiceng.exchange.peers.far.public-key", "AAAA", "far.public-key");
    broken("jiceng.exchange.peers.far.url", "https://far.example.org/members", "far.url");
    broken("jiceng.exchange.peers.far.url", "ftp://far.example.org", "far.url");
    settings.remove("jiceng.exchange.private-key");
    assertThatThrownBy(this::districts).hasMessageContaining("is not set");
  }

  private void broken(String setting, String value, String said) {
    String before = settings.put(setting, value);
    assertThatThrownBy(this::districts).hasMessageContaining(said);
    settings.put(setting, before);
  }

  private Districts districts() {
    return new Districts(
        new SmallRyeConfigBuilder()
            .withMapping(ExchangeConfig.class)
            .withConverter(
                io.quarkus.runtime.configuration.MemorySize.class,
                100,
                new io.quarkus.runtime.configuration.MemorySizeConverter())
            .withConverter(
                java.time.Duration.class,
                100,
                new io.quarkus.runtime.configuration.DurationConverter())
            .withSources(
                new PropertiesConfigSource(settings, "test", 500),
                new io.smallrye.config.EnvConfigSource(environment, 300))
            .build()
            .getConfigMapping(ExchangeConfig.class));
  }
}
