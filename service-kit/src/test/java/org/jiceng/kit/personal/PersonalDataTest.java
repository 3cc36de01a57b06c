package org.jiceng.kit.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class PersonalDataTest {
  private static final String OLD = "2025:" + key(1);
  private static final String NEW = "2026:" + key(2);
  private static final String ID = "990105194910010013";

  private final PersonalCipher cipher = new PersonalCipher(OLD);

  @Property
  void whatIsEncryptedIsDecrypted(@ForAll byte[] plain) {
    assertThat(cipher.decryptBytes(cipher.encrypt(plain))).isEqualTo(plain);
  }

  @Example
  void theSameValueNeverLooksTheSame() {
    assertThat(cipher.encrypt(ID)).isNotEqualTo(cipher.encrypt(ID));
    assertThat(cipher.decrypt(cipher.encrypt(ID))).isEqualTo(ID);
    assertThat(cipher.encrypt((String) null)).isNull();
    assertThat(cipher.decrypt(null)).isNull();
  }

  @Example
  void anyChangedByteIsNoticed() {
    byte[] sealed = cipher.encrypt(ID);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> cipher.decrypt(changed)).isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> cipher.decrypt(new byte[] {3}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Example
  void anOldKeyStillReadsAfterARotation() {
    PersonalCipher rotated = new PersonalCipher(NEW + "," + OLD);
    byte[] before = cipher.encrypt(ID);
    byte[] after = rotated.encrypt(ID);

    assertThat(rotated.decrypt(before)).isEqualTo(ID);
    assertThat(rotated.isOutdated(before)).isTrue();
    assertThat(rotated.isOutdated(after)).isFalse();
    assertThatThrownBy(() -> cipher.decrypt(after)).hasMessageContaining("2026");
  }

  @Property
  void whateverKeyIsCurrentAllThatAreConfiguredOpen(
      @ForAll byte[] plain,
      @ForAll @Size(min = 1, max = 5) @UniqueElements List<@IntRange(max = 9) Integer> seeds) {
    for (int current : seeds) {
      byte[] sealed = new PersonalCipher(ring(List.of(current))).encrypt(plain);
      PersonalCipher all = new PersonalCipher(ring(seeds));
      assertThat(all.decryptBytes(sealed)).isEqualTo(plain);
      assertThat(all.isOutdated(sealed)).isEqualTo(current != seeds.get(0));
      byte[] renewed = all.renewed(sealed);
      assertThat(new PersonalCipher(ring(seeds.subList(0, 1))).decryptBytes(renewed))
          .isEqualTo(plain);
      assertThat(all.renewed(renewed)).isSameAs(renewed);
      assertThat(renewed).startsWith(all.currentHeader());
    }
  }

  @Property
  void withoutItsKeyNothingOpens(@ForAll byte[] plain, @ForAll @IntRange(max = 8) int seed) {
    byte[] sealed = new PersonalCipher(ring(List.of(seed))).encrypt(plain);
    PersonalCipher without = new PersonalCipher(ring(List.of(seed + 1)));
    assertThatThrownBy(() -> without.decryptBytes(sealed)).hasMessageContaining("k" + seed);
    assertThatThrownBy(() -> without.renewed(sealed)).hasMessageContaining("k" + seed);
  }

  @Property
  void aDigestIsKnownAgainUnderEveryKeyThatIsConfigured(
      @ForAll String value,
      @ForAll @Size(min = 1, max = 5) @UniqueElements List<@IntRange(max = 9) Integer> seeds) {
    BlindIndex all = new BlindIndex(ring(seeds));
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    assertThat(all.of(value)).isEqualTo(all.all(value).get(0).bytes());
    assertThat(all.all(value)).extracting(BlindIndex.Digest::keyId).isEqualTo(all.keyIds());
    for (int seed : seeds) {
      assertThat(all.matches(new BlindIndex(ring(List.of(seed))).of(value), bytes)).isTrue();
    }
    assertThat(all.matches(new BlindIndex("other:" + key(99)).of(value), bytes)).isFalse();
  }

  @Example
  void twoKeysOfOneIdAreNone() {
    assertThatThrownBy(() -> new PersonalCipher("a:" + key(1) + ",a:" + key(2)))
        .hasMessageContaining("two keys of the id a");
    assertThat(new BlindIndex(key(1)).keyIds()).containsExactly(BlindIndex.UNNAMED);
    assertThat(new BlindIndex("b:" + key(2) + "," + key(1)).keyIds())
        .containsExactly("b", BlindIndex.UNNAMED);
  }

  @Example
  void aKeyOfAnotherLengthIsNoKey() {
    assertThatThrownBy(() -> new PersonalCipher("a:c2hvcnQ=")).hasMessageContaining("32 bytes");
    assertThatThrownBy(() -> new PersonalCipher("nokey")).hasMessageContaining("id:base64");
    assertThatThrownBy(() -> new BlindIndex("c2hvcnQ=")).hasMessageContaining("32 bytes");
  }

  @Example
  void theBlindIndexFindsEqualValuesUnderItsKeyOnly() {
    BlindIndex index = new BlindIndex(key(3));
    assertThat(index.of(ID)).hasSize(32).isEqualTo(index.of(ID));
    assertThat(index.of(ID)).isNotEqualTo(index.of(ID + " "));
    assertThat(index.of(ID)).isNotEqualTo(new BlindIndex(key(4)).of(ID));
    assertThat(index.of((String) null)).isNull();
  }

  @Example
  void maskedFieldsShowNoMoreThanTheyShould() {
    assertThat(Masking.idNumber(ID)).isEqualTo("990105***********3");
    assertThat(Masking.phone("13812345678")).isEqualTo("138****5678");
    assertThat(Masking.phone("12345")).isEqualTo("*****");
    assertThat(Masking.name("张三丰")).isEqualTo("张*");
    assertThat(Masking.name("𠮷田")).isEqualTo("𠮷*");
    assertThat(Masking.name("")).isEmpty();
    assertThat(Masking.idNumber(null)).isNull();
  }

  @Property
  void aMaskNeverTellsAShortValue(@ForAll String text) {
    String masked = Masking.phone(text);
    assertThat(masked).hasSameSizeAs(text);
    if (text.length() <= 7) {
      assertThat(masked).matches("\\**");
    }
  }

  private static String ring(List<Integer> seeds) {
    return seeds.stream()
        .map(seed -> "k" + seed + ":" + key(seed))
        .collect(Collectors.joining(","));
  }

  private static String key(int seed) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) seed);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
