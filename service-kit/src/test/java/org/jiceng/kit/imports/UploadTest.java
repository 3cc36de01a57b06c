package org.jiceng.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiceng.kit.problem.Problem;
import org.junit.jupiter.api.Test;

class UploadTest {
  @Test
  void nothingStaysOnDiskOfASenderWhoBreaksOff() throws IOException {
    Set<Path> before = received();
    InputStream begun = new ByteArrayInputStream(new byte[100_000]);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    assertThatThrownBy(() -> Upload.receive(new SequenceInputStream(begun, broken), 1 << 20))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> Upload.receive(new ByteArrayInputStream(new byte[100_000]), 10))
        .isInstanceOf(Problem.class);
    assertThat(received()).isEqualTo(before);
  }

  private static Set<Path> received() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("jiceng-upload"))
          .collect(Collectors.toSet());
    }
  }
}
