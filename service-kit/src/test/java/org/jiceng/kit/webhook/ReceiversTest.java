package org.jiceng.kit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jiceng.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiversTest {
  private final Receivers strict = new Receivers(false, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/x",
        "https://127.1/x",
        "https://localhost/x",
        "https://0.0.0.0/",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://172.31.255.255/",
        "https://192.168.1.1:8443/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        "https://[::1]/",
        "https://[::]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[fc00::1]/",
        "https://[fd12:3456::1]/",
        "https://[fe80::1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/"
      })
  void anInnerAddressIsNotReached(String url) {
    assertThatThrownBy(() -> strict.require(url))
        .isInstanceOf(Problem.class)
        .hasMessage("validation-failed");
    assertThatThrownBy(() -> strict.addresses(URI.create(url)))
        .isInstanceOf(Receivers.NotAllowed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://93.184.215.14/",
        "ftp://93.184.215.14/",
        "file:///etc/passwd",
        "https:///x",
        "https://user:word@93.184.215.14/",
        "https://93.184.215.14/#part",
        "https://bad host/",
        "//93.184.215.14/",
        "no url",
        "https://no-such-host.invalid/"
      })
  void onlyAnHttpsUrlWithAKnownHostIsTaken(String url) {
    assertThatThrownBy(() -> strict.require(url)).isInstanceOf(Problem.class);
  }

  @Test
  void aPublicAddressIsReachedAndAnInnerOneWhereItIsAllowed() {
    assertThatCode(() -> strict.require("https://93.184.215.14/x?y=z")).doesNotThrowAnyException();
    assertThatCode(() -> strict.require("https://[2606:4700::1111]/")).doesNotThrowAnyException();
    Receivers office = new Receivers(false, List.of("10.20.0.0/16", "fd00:20::/32"));
    assertThatCode(() -> office.require("https://10.20.3.4/")).doesNotThrowAnyException();
    assertThatCode(() -> office.require("https://[fd00:20::1]/")).doesNotThrowAnyException();
    assertThatThrownBy(() -> office.require("https://10.21.0.1/")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> new Receivers(false, List.of("10.20.0.0")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void waitingDoublesWithinItsBoundAndIsNeverTheSameForAll() {
    Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(6));
    Random chance = new Random(1);
    for (int failures = 1; failures <= 100; failures++) {
      double full = Math.min(21_600, 5 * Math.pow(2, failures - 1));
      assertThat(backoff.after(failures, chance).toMillis() / 1000.0).isBetween(full / 2, full);
    }
    assertThat(backoff.after(9, chance)).isNotEqualTo(backoff.after(9, chance));
  }
}
