package org.jiceng.member.exchange;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The other districts that this one talks to; none unless configured. */
@ConfigMapping(prefix = "jiceng.exchange")
public interface ExchangeConfig {
  /** The name by which the others know this district; it is the id of its key, too. */
  Optional<String> self();

  /** Its private Ed25519 key: PKCS#8, as PEM or its base64 alone. */
  Optional<String> privateKey();

  /** The file that holds the private key, where it is not given itself. */
  Optional<Path> privateKeyFile();

  /**
   * Host and port by which the others call this district, such as {@code chaoyang.example.org}; as
   * the request says unless given. Needed behind a proxy that changes the Host header.
   */
  Optional<String> authority();

  /** The others, by the names that they have for themselves. */
  Map<String, Peer> peers();

  /** How far a signature's moment may be from ours. */
  @WithDefault("5m")
  Duration maxAge();

  /** How large a body may be, in either direction. */
  @WithDefault("64K")
  MemorySize maxBody();

  /** How long another district may take to answer. */
  @WithDefault("10s")
  Duration timeout();

  /** How long it is at most until something that waits is looked for. */
  @WithDefault("1s")
  Duration poll();

  /** How long to wait after the first failure; it doubles from there, less up to half by chance. */
  @WithDefault("5s")
  Duration firstDelay();

  /** How long to wait at most between two attempts. */
  @WithDefault("1h")
  Duration longestDelay();

  /** How often a message that arrives may be refused as such before it becomes a dead letter. */
  @WithDefault("10")
  int refusals();

  /** How long a start may wait for other districts to say what they have released. */
  @WithDefault("20s")
  Duration settleWithin();

  /** How often it is measured what waits for other districts. */
  @WithDefault("15s")
  Duration measureEvery();

  /** Another district. */
  interface Peer {
    /** Where it is called: scheme, host and port alone. */
    URI url();

    /** Its public Ed25519 key: X.509, as PEM or its base64 alone. */
    String publicKey();

    /** The key that it goes over to; both are good until it has. */
    Optional<String> nextPublicKey();
  }
}
