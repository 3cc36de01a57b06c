package org.jiceng.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.problem.Problem;

class AreaRulesTest {
  private static final LocalDate DEFINED = LocalDate.parse("2000-01-01");

  @Property
  void anAreaIsHandedOverOnlyWithinItsDistrictAndToALevelThatTakesIt(
      @ForAll AreaLevel level,
      @ForAll AreaLevel above,
      @ForAll @IntRange(min = 1, max = 2) int district,
      @ForAll @IntRange(min = -400, max = 400) int days) {
    LocalDate on = DEFINED.plusDays(days);
    Area area = area("110101001001", level, "110101001000");
    Area parent = area("11010" + district + "002000", above, null);
    boolean allowed = AreaRules.allows(above, level) && district == 1 && days >= 0;
    if (allowed) {
      assertThat(area.reassign(parent, null, on))
          .isEqualTo(new AreaReassigned(area.code(), parent.code(), area.standardCode()));
    } else {
      assertThatThrownBy(() -> area.reassign(parent, null, on)).isInstanceOf(Problem.class);
    }
  }

  @Property
  void aNewStandardCodeHasTheDigitsOfTheNewParent(
      @ForAll @IntRange(min = 1, max = 999) int township,
      @ForAll @IntRange(min = 1, max = 999) int number) {
    Area area = area("110101001001", AreaLevel.COMMUNITY, "110101001000");
    Area parent = area("110101002000", AreaLevel.SUB_DISTRICT, null);
    AreaCode code = new AreaCode("110101%03d%03d".formatted(township, number));
    Assume.that(township != 2);
    assertThatThrownBy(() -> area.reassign(parent, code, DEFINED)).isInstanceOf(Problem.class);
    AreaCode inside = new AreaCode("110101002%03d".formatted(number));
    assertThat(area.reassign(parent, inside, DEFINED).standardCode()).isEqualTo(inside.value());
  }

  private static Area area(String code, AreaLevel level, String parent) {
    return new Area(code, level, "甲", null, parent, code, DEFINED, null, DEFINED, 0);
  }
}
