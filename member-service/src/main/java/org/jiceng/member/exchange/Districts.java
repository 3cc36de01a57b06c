package org.jiceng.member.exchange;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiceng.kit.problem.Problem;

/**
 * This district and the others that it talks to, as configured. A service with a configuration that
 * cannot work does not start, nor does one in production that would send persons without TLS.
 */
@ApplicationScoped
public class Districts {
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

  private final Map<String, District> others = new TreeMap<>();
  private final String self;
  private final PrivateKey key;

  Districts(ExchangeConfig config) {
    config.peers().forEach((name, peer) -> others.put(name, district(name, peer)));
    self = config.self().orElse("");
    key = others.isEmpty() ? null : ownKey(config);
    if (!others.isEmpty() && !self.matches(NAME)) {
      throw new ConfigurationException(
          "jiceng.exchange.self must name this district in small letters, digits and hyphens.");
    }
  }

  void onStart(@Observes @Priority(2) StartupEvent starting) {
    if (ConfigUtils.isProfileActive("prod")) {
      complaint(others.values())
          .ifPresent(
              sentence -> {
                throw new ConfigurationException(sentence);
              });
    }
  }

  /** What production cannot start with, in one sentence; empty if it can. */
  static Optional<String> complaint(Collection<District> districts) {
    return districts.stream()
        .filter(district -> !district.isTls())
        .findFirst()
        .map(
            district ->
                "Jiceng does not start in production: jiceng.exchange.peers.%s.url is not https."
                    .formatted(district.name()));
  }

  /** Whether there is anyone to talk to. */
  boolean any() {
    return !others.isEmpty();
  }

  Collection<District> others() {
    return others.values();
  }

  Optional<District> find(String name) {
    return Optional.ofNullable(others.get(name));
  }

  /** The other district of that name (422). */
  District require(String name) {
    return find(name).orElseThrow(() -> new Problem(ExchangeProblems.PEER_UNKNOWN).at("peer"));
  }

  /** The name by which the others know this one. */
  String self() {
    return self;
  }

  PrivateKey key() {
    return key;
  }

  private static District district(String name, ExchangeConfig.Peer peer) {
    String setting = "jiceng.exchange.peers." + name;
    URI url = peer.url();
    if (!name.matches(NAME)
        || url.getHost() == null
        || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        || !url.getRawPath().replace("/", "").isEmpty()) {
      throw new ConfigurationException(setting + ".url must be scheme, host and port alone.");
    }
    try {
      return new District(
          name,
          url,
          Stream.concat(Stream.of(peer.publicKey()), peer.nextPublicKey().stream())
              .<PublicKey>map(Keys::publicKey)
              .toList());
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(setting + ".public-key: " + e.getMessage() + ".");
    }
  }

  private static PrivateKey ownKey(ExchangeConfig config) {
    String setting = "jiceng.exchange.private-key";
    try {
      return Keys.privateKey(
          config
              .privateKey()
              .or(() -> config.privateKeyFile().map(Districts::read))
              .orElseThrow(() -> new IllegalArgumentException("is not set")));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(setting + ": " + e.getMessage() + ".");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("the file " + file + " cannot be read", e);
    }
  }
}
