package org.jiceng.activity.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import org.apache.tika.io.TikaInputStream;

/** What a file is by its content, whatever its sender calls it. */
final class Sniffer {
  private static final String CONTENTS = "[Content_Types].xml";
  private static final String MACROS = "vbaProject.bin";
  private static final Tika TIKA = new Tika();

  private Sniffer() {}

  /** Its type; empty if it is none that may be attached. */
  static Optional<AttachmentType> typeOf(Path file) throws IOException {
    String detected = detected(file);
    Optional<AttachmentType> type = AttachmentType.of(detected).filter(t -> t.mainPart == null);
    return type.isPresent() || !detected.matches("application/(zip|x-tika-ooxml.*|vnd\\..*)")
        ? type
        : office(file);
  }

  private static String detected(Path file) throws IOException {
    try (TikaInputStream stream = TikaInputStream.get(file)) {
      return TIKA.detect(stream);
    }
  }

  /** An Office file without macros; only the names of its parts are read. */
  private static Optional<AttachmentType> office(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      boolean plain =
          zip.getEntry(CONTENTS) != null
              && zip.stream().noneMatch(part -> part.getName().endsWith(MACROS));
      return plain ? main(zip) : Optional.empty();
    } catch (ZipException e) {
      return Optional.empty();
    }
  }

  private static Optional<AttachmentType> main(ZipFile zip) {
    return Arrays.stream(AttachmentType.values())
        .filter(type -> type.mainPart != null && zip.getEntry(type.mainPart) != null)
        .findFirst();
  }
}
