package org.jiceng.activity.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jiceng.kit.personal.BlindIndex;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A code is ours to the last bit, or it is none. */
class CheckInCodesTest {
  private static final String KEY = key("a key of thirty-two bytes or more");
  private static final String NEXT = key("the key that takes its place later");
  private static final CheckInCodes CODES = new CheckInCodes(new BlindIndex(KEY));

  @Property(tries = 200)
  void whatWasSignedIsReadAgain(
      @ForAll long activity, @ForAll @LongRange(max = 253_402_300_799L) long second) {
    CheckInCode code =
        new CheckInCode(new UUID(activity, ~activity), Instant.ofEpochSecond(second));
    assertThat(CODES.read(CODES.sign(code))).contains(code);
  }

  @Property(tries = 1000)
  void anyAlteredBitIsRefused(
      @ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(max = 7) int bit) {
    byte[] text = CODES.sign(sample()).getBytes(StandardCharsets.ISO_8859_1);
    text[place % text.length] ^= (byte) (1 << bit);
    assertThat(CODES.read(new String(text, StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @Property(tries = 200)
  void noTextThatIsNotOursIsRead(@ForAll String text) {
    assertThat(CODES.read(text)).isEmpty();
    assertThat(CODES.read(CODES.sign(sample()) + text))
        .isEqualTo(text.isEmpty() ? Optional.of(sample()) : Optional.empty());
  }

  @Example
  void anotherKeyOrNoSignatureAtAllIsRefused() throws JoseException {
    String foreign = new CheckInCodes(new BlindIndex(NEXT)).sign(sample());
    assertThat(CODES.read(foreign)).isEmpty();
    JsonWebSignature unsigned = new JsonWebSignature();
    unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    unsigned.setAlgorithmHeaderValue("none");
    unsigned.setPayload("{\"a\":\"%s\",\"t\":0}".formatted(UUID.randomUUID()));
    assertThat(CODES.read(unsigned.getCompactSerialization())).isEmpty();
  }

  @Example
  void aCodeIsGoodWhileTheKeyBeforeIsStillKnown() {
    String before = CODES.sign(sample());
    CheckInCodes rotated = new CheckInCodes(new BlindIndex("next:" + NEXT + "," + KEY));
    assertThat(rotated.read(before)).contains(sample());
    assertThat(rotated.sign(sample())).isNotEqualTo(before);
  }

  private static CheckInCode sample() {
    return new CheckInCode(
        UUID.fromString("0190a3c4-0000-7000-8000-000000000001"),
        Instant.ofEpochSecond(1_800_000_000));
  }

  private static String key(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
