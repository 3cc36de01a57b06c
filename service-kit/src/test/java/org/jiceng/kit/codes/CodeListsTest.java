package org.jiceng.kit.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jiceng.events.ActivityKind;
import org.jiceng.events.Approval;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.ClosureResolution;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.FundSource;
import org.jiceng.events.HolidayKind;
import org.jiceng.events.HolidayRule;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.PostKind;
import org.jiceng.events.Sector;
import org.jiceng.events.SharingAudience;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;
import org.jiceng.events.StationKind;
import org.jiceng.events.UnitKind;
import org.junit.jupiter.api.Test;

class CodeListsTest {
  private static final List<Class<? extends Enum<?>>> ENUMS =
      List.of(
          ActivityKind.class,
          Approval.class,
          AreaLevel.class,
          ClosureResolution.class,
          EstablishmentMode.class,
          HolidayKind.class,
          HolidayRule.class,
          FundSource.class,
          MembershipEnd.class,
          MembershipStatus.class,
          OrganizationType.class,
          PostKind.class,
          Sector.class,
          SharingAudience.class,
          SiteKind.class,
          SiteOrigin.class,
          StationKind.class,
          UnitKind.class);

  @Test
  void everyConstantOfTheContractsHasANameInBothLanguages() {
    for (Class<? extends Enum<?>> type : ENUMS) {
      assertThat(CodeLists.of(type).orElseThrow().items())
          .as(type.getSimpleName())
          .extracting(CodeList.Item::code)
          .containsExactlyElementsOf(
              Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }
    assertThat(CodeLists.all())
        .flatExtracting(CodeList::items)
        .allSatisfy(item -> assertThat(item.zh()).isNotBlank().isNotEqualTo(item.en()))
        .allSatisfy(item -> assertThat(item.en()).isNotBlank());
  }

  @Test
  void theFiftySixPeoplesAndTheirTwoCompanionsAreThere() {
    assertThat(CodeLists.ETHNICITY.items()).hasSize(58);
    assertThat(CodeLists.ETHNICITY.meant("汉").orElseThrow().code()).isEqualTo("01");
    assertThat(CodeLists.ETHNICITY.contains("汉族")).isFalse();
    assertThat(CodeLists.EDUCATION.contains("21")).isTrue();
    assertThat(CodeLists.SEX.meant("女").orElseThrow().code()).isEqualTo("2");
  }

  @Test
  void theDigitsNameTheAreaRightAbove() {
    AreaCode district = AreaCode.parse("110105000000");
    AreaCode township = AreaCode.parse("110105001000");
    AreaCode community = AreaCode.parse("110105001002");
    assertThat(community.parent()).contains(township);
    assertThat(township.parent()).contains(district);
    assertThat(district.parent()).isEmpty();
    for (String wrong : List.of("11010500000", "1101050000000", "11010500000a", "110105000001")) {
      assertThatThrownBy(() -> AreaCode.parse(wrong)).isInstanceOf(InvalidCode.class);
    }
  }
}
