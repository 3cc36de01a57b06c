package org.jiceng.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hc.core5.http.ContentType;
import org.jiceng.kit.codes.CreditCode;

/** Registers of synthetic units as CSV, of any size, each unit another one. */
final class UnitFiles {
  private static final ContentType CSV = ContentType.create("text/csv", StandardCharsets.UTF_8);
  private static final String HEADER = "creditCode,name,kind,areaCode,staffCount,registeredOn\n";

  private final Api registry;
  private final String area;
  private long next = System.nanoTime() / 1_000_000 % 1_000 * 100_000_000L;

  UnitFiles(Api registry) throws IOException {
    this.registry = registry;
    area =
        registry
            .get("organizations?type=BRANCH&sector=COMMUNITY&limit=1")
            .json()
            .at("/items/0/areaCode")
            .asText();
  }

  /** A file of so many units; delete it when it was sent. */
  Path write(int units) throws IOException {
    Path file = Files.createTempFile("units", ".csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < units; i++) {
        out.write(row(next++, i));
      }
    }
    return file;
  }

  /** The seconds from the first byte sent until all of it was committed. */
  double bring(Path file) throws Exception {
    long from = System.nanoTime();
    String id = registry.postFile("units/imports", file, CSV).json().get("id").asText();
    registry.awaitImport(id);
    return (System.nanoTime() - from) / 1e9;
  }

  /** The same rows without the header, for COPY. */
  static byte[] bare(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int header = HEADER.length();
    return Arrays.copyOfRange(all, header, all.length);
  }

  private String row(long number, int i) {
    String code = CreditCode.completing("92B%014d".formatted(number)).value();
    return code
        + ",基准测试第"
        + i
        + "号公司,NON_PUBLIC_ENTERPRISE,"
        + area
        + ','
        + i % 300
        + ",2001-07-01\n";
  }
}
