package org.jiceng.kit.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CheckCharactersTest {
  private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Example
  void theExamplesOfTheStandardsAreRead() {
    IdNumber standard = IdNumber.parse("11010519491231002x");
    assertThat(standard.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(standard.sex()).isEqualTo("2");
    assertThat(CreditCode.parse("９１350100m000100Y43 ").value()).isEqualTo("91350100M000100Y43");
  }

  @Property
  void everyMadeUpNumberIsRead(@ForAll("idNumbers") IdNumber number) {
    assertThat(IdNumber.parse(number.value())).isEqualTo(number);
    assertThat(number.toString()).hasSize(18).doesNotContain(number.value().substring(6, 14));
  }

  @Property
  void aWrongCharacterInAnIdNumberIsCaught(
      @ForAll("idNumbers") IdNumber number,
      @ForAll @IntRange(max = 17) int at,
      @ForAll @IntRange(max = 9) int digit) {
    assertCaught(number, replaced(number.value(), at, (char) ('0' + digit)));
  }

  @Property
  void twoNeighboursSwappedInAnIdNumberAreCaught(
      @ForAll("idNumbers") IdNumber number, @ForAll @IntRange(max = 16) int at) {
    assertCaught(number, swapped(number.value(), at));
  }

  @Property
  void everyCompletedCreditCodeIsRead(@ForAll("creditCodes") CreditCode code) {
    assertThat(CreditCode.parse(code.value())).isEqualTo(code);
  }

  @Property
  void aWrongCharacterInACreditCodeIsCaught(
      @ForAll("creditCodes") CreditCode code,
      @ForAll @IntRange(max = 17) int at,
      @ForAll @IntRange(max = 30) int other) {
    assertCaught(code, replaced(code.value(), at, CREDIT_ALPHABET.charAt(other)));
  }

  @Property
  void twoNeighboursSwappedInACreditCodeAreCaught(
      @ForAll("creditCodes") CreditCode code, @ForAll @IntRange(max = 16) int at) {
    assertCaught(code, swapped(code.value(), at));
  }

  @Example
  void aBirthDateThatIsNoDateIsRefused() {
    assertThatThrownBy(() -> IdNumber.parse(completed("99010120090230123")))
        .isInstanceOfSatisfying(
            InvalidCode.class, e -> assertThat(e.code()).isEqualTo("id-number-birth"));
    assertThatThrownBy(() -> IdNumber.parse("99010120090230"))
        .isInstanceOfSatisfying(
            InvalidCode.class, e -> assertThat(e.code()).isEqualTo("id-number-form"));
  }

  @Provide
  Arbitrary<IdNumber> idNumbers() {
    return Combinators.combine(
            Arbitraries.strings().numeric().ofLength(6),
            Arbitraries.integers().between(0, 60_000),
            Arbitraries.integers().between(0, 999))
        .as(
            (region, day, order) ->
                IdNumber.of(region, LocalDate.of(1900, 1, 1).plusDays(day), order));
  }

  @Provide
  Arbitrary<CreditCode> creditCodes() {
    return Arbitraries.strings()
        .withChars(CREDIT_ALPHABET)
        .ofLength(17)
        .map(CreditCode::completing);
  }

  private static void assertCaught(IdNumber number, String wrong) {
    assumeThat(wrong).isNotEqualTo(number.value());
    assertThatThrownBy(() -> IdNumber.parse(wrong))
        .isInstanceOf(InvalidCode.class)
        .hasMessageNotContaining(wrong);
  }

  private static void assertCaught(CreditCode code, String wrong) {
    assumeThat(wrong).isNotEqualTo(code.value());
    assertThatThrownBy(() -> CreditCode.parse(wrong)).isInstanceOf(InvalidCode.class);
  }

  private static String completed(String seventeen) {
    for (char check : "0123456789X".toCharArray()) {
      try {
        IdNumber.parse(seventeen + check);
      } catch (InvalidCode e) {
        if (!e.code().equals("id-number-check")) {
          return seventeen + check;
        }
      }
    }
    throw new AssertionError("no check character fits");
  }

  private static String replaced(String text, int at, char by) {
    return text.substring(0, at) + by + text.substring(at + 1);
  }

  private static String swapped(String text, int at) {
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }
}
