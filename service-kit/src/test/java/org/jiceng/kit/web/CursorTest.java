package org.jiceng.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiceng.kit.problem.Problem;

class CursorTest {
  @Property
  void whatWasPutInComesOut(@ForAll("keys") List<String> keys) {
    Cursor cursor = Cursor.parse(Cursor.of(keys.toArray()).toString());
    for (int i = 0; i < keys.size(); i++) {
      assertThat(cursor.key(i)).isEqualTo(keys.get(i));
    }
    assertThatThrownBy(() -> cursor.key(keys.size())).isInstanceOf(Problem.class);
  }

  @Property
  void anythingElseIsRefusedAsAProblem(@ForAll byte[] rubbish) {
    String text = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(rubbish);
    try {
      assertThat(Cursor.parse(text).toString()).isEqualTo(text);
    } catch (Problem refused) {
      assertThat(refused.type().status()).isEqualTo(400);
    }
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      Cursor.parse(text);
    } catch (Problem refused) {
      assertThat(refused.type().status()).isEqualTo(400);
    }
  }

  @Example
  void aKeyOfAnotherKindIsRefused() {
    UUID id = UUID.randomUUID();
    Cursor cursor = Cursor.parse(Cursor.of(id, 7, null).toString());
    assertThat(cursor.uuid(0)).isEqualTo(id);
    assertThat(cursor.number(1)).isEqualTo(7);
    assertThat(cursor.number(2)).isNull();
    assertThatThrownBy(() -> cursor.date(2)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> cursor.instant(2)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> cursor.uuid(2)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> cursor.date(0)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> cursor.uuid(1)).isInstanceOf(Problem.class);
  }

  @Example
  void aMomentIsReadAsItWasGivenUnlessNoDatabaseHoldsIt() {
    Instant moment = Instant.parse("2026-11-25T08:16:35.123456Z");
    assertThat(Cursor.of(moment).instant(0)).isEqualTo(moment);
    assertThat(Cursor.of("9999-12-31").date(0)).isEqualTo("9999-12-31");
    for (Object far : List.of(Instant.MAX, Instant.MIN, LocalDate.MAX, "+10000-01-01")) {
      assertThatThrownBy(() -> Cursor.of(far).date(0)).isInstanceOf(Problem.class);
      assertThatThrownBy(() -> Cursor.of(far).instant(0)).isInstanceOf(Problem.class);
    }
  }

  @Provide
  Arbitrary<List<String>> keys() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .filter(s -> s.indexOf('\0') < 0)
            .filter(s -> StandardCharsets.UTF_8.newEncoder().canEncode(s))
            .injectNull(0.1);
    return text.list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(keys -> Arrays.asList(keys.toArray(String[]::new)));
  }
}
