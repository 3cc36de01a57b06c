package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds that keeps people from using a page. */
final class Axe {
  private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/%s/axe.min.js";
  private static final String VERSION = "4.6.3";
  private static final String RUN =
      """
      () => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`))""";

  private Axe() {}

  /** Nothing serious, nor worse. */
  static void findsNothingSerious(Page page) {
    page.evaluate(source());
    assertThat((List<?>) page.evaluate(RUN)).isEmpty();
  }

  private static String source() {
    try (InputStream script = Axe.class.getResourceAsStream(SCRIPT.formatted(VERSION))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
