package org.jiceng.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoPersonalDataTest {
  private static final List<String> PERSONAL =
      List.of(
          "name",
          "idnumber",
          "identity",
          "phone",
          "mobile",
          "telephone",
          "email",
          "address",
          "birthdate",
          "birthday",
          "passport",
          "photo",
          "wechat",
          "remark",
          "comment",
          "text");

  /** The names of public things, which are no person's. */
  private static final Set<String> PUBLIC_NAMES =
      Set.of("areaName", "areaNameEn", "organizationName");

  @ParameterizedTest
  @MethodSource("everyEvent")
  void noEventHasAFieldThatLooksLikeAPersonalIdentifier(Class<? extends DomainEvent> type) {
    assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
        .filteredOn(name -> !PUBLIC_NAMES.contains(name))
        .noneMatch(NoPersonalDataTest::looksPersonal);
  }

  private static boolean looksPersonal(String field) {
    String lower = field.toLowerCase(Locale.ROOT);
    return PERSONAL.stream().anyMatch(lower::contains);
  }

  static Stream<Class<? extends DomainEvent>> everyEvent() {
    return EventTypes.all().stream();
  }
}
