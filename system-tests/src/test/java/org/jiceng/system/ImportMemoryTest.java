package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiceng.kit.codes.CreditCode;
import org.jiceng.stack.process.Memory;
import org.junit.jupiter.api.Test;

/** A file ten times, a hundred times as long is read in the memory that the short one took. */
class ImportMemoryTest {
  private static final int ONCE = 1_000;

  /** Mebibytes; a hundred thousand rows held at once would take more. */
  private static final long ALLOWED_ABOVE = 48;

  private final District district = District.running();
  private final long registry = district.pid("org-registry-service");
  private int units;

  @Test
  void aHundredTimesTheRowsTakeNoMoreMemory() throws Exception {
    assumeThat(Memory.peakMebibytes(registry)).as("the system tells of memory").isPresent();
    long before = district.figure("units.total", null);
    String area =
        district
            .registry("system")
            .get("organizations?type=BRANCH&sector=COMMUNITY&limit=1")
            .body()
            .at("/items/0/areaCode")
            .asText();

    long once = peakAfter(ONCE, area);
    long tenTimes = peakAfter(10 * ONCE, area);
    long hundredTimes = peakAfter(100 * ONCE, area);

    assertThat(tenTimes).isLessThanOrEqualTo(once + ALLOWED_ABOVE);
    assertThat(hundredTimes).isLessThanOrEqualTo(once + ALLOWED_ABOVE);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(district.figure("units.total", null)).isEqualTo(before + 111L * ONCE));
  }

  /** The most that the registry held while it took the file in, in mebibytes. */
  private long peakAfter(int rows, String area) throws Exception {
    String file =
        IntStream.range(0, rows)
            .mapToObj(n -> row(area))
            .collect(
                Collectors.joining(
                    "\n", "creditCode,name,kind,areaCode,staffCount,registeredOn\n", "\n"));
    Memory.forgetPeak(registry);
    assertThat(district.importCsv("registry", "units", file)).isEqualTo("COMPLETED");
    OptionalLong peak = Memory.peakMebibytes(registry);
    assertThat(peak).as("the registry was not started again meanwhile").isPresent();
    return peak.getAsLong();
  }

  private String row(String area) {
    String code = CreditCode.completing("92990M00%09d".formatted(units++)).value();
    return code + ",内存测试公司,NON_PUBLIC_ENTERPRISE," + area + ",3,2026-01-01";
  }
}
