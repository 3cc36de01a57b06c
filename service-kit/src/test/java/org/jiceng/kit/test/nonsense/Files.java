package org.jiceng.kit.test.nonsense;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A file that is no list of anything. */
record Files(String mediaType, byte[] content) {
  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  static final Files EMPTY = csv("");

  static List<Files> all() {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    return List.of(
        EMPTY,
        csv("\0\0\0"),
        csv(",,,,\n,,,,\n"),
        csv("code,code\na,b\n"),
        csv("\"open"),
        csv("x".repeat(100_000)),
        csv(",".repeat(20_000)),
        csv("{\"code\":1}"),
        new Files(CSV, noise),
        new Files(CSV + ";charset=no-such", "code\nx\n".getBytes(StandardCharsets.UTF_8)),
        new Files(XLSX, noise),
        new Files(XLSX, new byte[0]),
        new Files(XLSX, "PK\3\4".getBytes(StandardCharsets.ISO_8859_1)));
  }

  Asked to(String address) {
    return new Asked("POST", address, mediaType, content, Map.of(), false);
  }

  private static Files csv(String text) {
    return new Files(CSV, text.getBytes(StandardCharsets.UTF_8));
  }
}
