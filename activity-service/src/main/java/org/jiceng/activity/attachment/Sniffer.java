package org.jiceng.activity.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import org.apache.tika.io.TikaInputStream;

/** What a file is by its content, whatever its sender calls it. */
final class Sniffer {
  private static final String CONTENTS = "[Content_Types].xml";
  private static final int LONGEST_CONTENTS = 1 << 20;

  /** What tells of macros, and what could be used to write it in another way. */
  private static final Pattern MACROS =
      Pattern.compile("vbaproject|macroenabled|&#|<!doctype", Pattern.CASE_INSENSITIVE);

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

  /** An Office file without macros; only the names of its parts and the list of these are read. */
  private static Optional<AttachmentType> office(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      boolean plain =
          isPlain(zip) && zip.stream().noneMatch(part -> MACROS.matcher(part.getName()).find());
      return plain ? main(zip) : Optional.empty();
    } catch (ZipException e) {
      return Optional.empty();
    }
  }

  /** Whatever a part with macros is called, the list of parts says what it is. */
  private static boolean isPlain(ZipFile zip) throws IOException {
    ZipEntry contents = zip.getEntry(CONTENTS);
    if (contents == null) {
      return false;
    }
    try (InputStream in = zip.getInputStream(contents)) {
      byte[] list = in.readNBytes(LONGEST_CONTENTS);
      // in UTF-16 each letter has a zero beside it
      String letters = new String(list, StandardCharsets.ISO_8859_1).replace("\0", "");
      return list.length < LONGEST_CONTENTS && !MACROS.matcher(letters).find();
    }
  }

  private static Optional<AttachmentType> main(ZipFile zip) {
    return Arrays.stream(AttachmentType.values())
        .filter(type -> type.mainPart != null && zip.getEntry(type.mainPart) != null)
        .findFirst();
  }
}
