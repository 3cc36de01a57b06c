package org.jiceng.events;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One sample of every event, always the same, made from the names and types of its components. */
final class Samples {
  private static final Map<String, String> TEXTS =
      Map.of(
          "areaCode", "110105001001",
          "parentCode", "110105001000",
          "areaName", "第一社区",
          "areaNameEn", "First Community",
          "organizationName", "第一社区党委",
          "code", "JC-001-001",
          "sex", "2",
          "ethnicity", "01",
          "education", "20",
          "reasonCode", "MERGED");

  private Samples() {}

  static DomainEvent of(Class<? extends DomainEvent> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(components).map(Samples::value).toArray();
    try {
      var constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(RecordComponent component) {
    Class<?> type = component.getType();
    if (component.getGenericType().getTypeName().contains("UUID>")) {
      UUID id = UUID.nameUUIDFromBytes(component.getName().getBytes(StandardCharsets.UTF_8));
      return type == List.class ? List.of(id) : Map.of(id, id);
    }
    if (type == List.class) {
      return List.of("PROJECTOR");
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type == UUID.class) {
      return UUID.nameUUIDFromBytes(component.getName().getBytes(StandardCharsets.UTF_8));
    }
    return Map.<Class<?>, Object>of(
            String.class,
            TEXTS.getOrDefault(component.getName(), component.getName()),
            int.class,
            1960,
            long.class,
            8500L,
            boolean.class,
            true,
            LocalDate.class,
            LocalDate.of(2012, 12, 31),
            Instant.class,
            Instant.parse("2009-12-31T01:00:00Z"),
            BigDecimal.class,
            new BigDecimal("120.50"),
            Map.class,
            Map.of("member", 97356L))
        .get(type);
  }
}
