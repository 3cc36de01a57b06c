package org.jiceng.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden samples are events as they were once published. They must be read for ever; a sample
 * is never changed. {@code -Djiceng.golden.write=true} adds those that are missing.
 */
class GoldenSamplesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @MethodSource("everyEvent")
  void anEventOnceWrittenIsReadForEver(Class<? extends DomainEvent> type) throws IOException {
    String name = type.getAnnotation(Contract.class).value();
    Path golden = Path.of("src/test/resources/golden", name + ".json");
    if (Boolean.getBoolean("jiceng.golden.write") && !Files.exists(golden)) {
      Files.writeString(golden, CloudEventCodec.dataToJson(Samples.of(type)) + "\n");
    }
    assertThat(golden).as("each event has a golden sample").exists();

    DomainEvent read = CloudEventCodec.dataFromJson(name, Files.readAllBytes(golden));

    assertThat(read).isEqualTo(Samples.of(type));
    assertThat(JSON.readTree(CloudEventCodec.dataToJson(read)))
        .isEqualTo(JSON.readTree(golden.toFile()));
  }

  static Stream<Class<? extends DomainEvent>> everyEvent() {
    return EventTypes.all().stream();
  }
}
