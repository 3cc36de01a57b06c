package org.jiceng.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class FormulasTest {
  @Property
  void whatIsGuardedBeginsNoFormulaAndIsReadAsItWas(
      @ForAll @StringLength(max = 5) @Chars({'=', '+', '-', '@', '\'', 'a', '社', '\t'})
          String text) {
    String guarded = Formulas.guard(text);
    assertThat(guarded).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-");
    assertThat(guarded).doesNotStartWith("@").doesNotStartWith("\t");
    assertThat(Formulas.unguard(guarded)).isEqualTo(text);
  }
}
