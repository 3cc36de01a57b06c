package org.jiceng.activity.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.activity.attachment.SampleFiles.image;
import static org.jiceng.activity.attachment.SampleFiles.pdf;
import static org.jiceng.activity.attachment.SampleFiles.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnifferTest {
  private static final String CONTENTS = "[Content_Types].xml";

  @TempDir Path directory;

  @Test
  void aFileIsWhatItContains() throws IOException {
    assertThat(typeOf(pdf("x"))).contains(AttachmentType.PDF);
    assertThat(typeOf(image("png"))).contains(AttachmentType.PNG);
    assertThat(typeOf(image("jpg"))).contains(AttachmentType.JPEG);
    assertThat(typeOf(zip(CONTENTS, "word/document.xml"))).contains(AttachmentType.DOCX);
    assertThat(typeOf(zip("xl/workbook.xml", CONTENTS))).contains(AttachmentType.XLSX);
  }

  @Test
  void whatIsNoneOfTheFiveIsNone() throws IOException {
    assertThat(typeOf(text("<html><script>alert(1)</script></html>"))).isEmpty();
    assertThat(typeOf(text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"))).isEmpty();
    assertThat(typeOf(text("MZ\u0090\u0000"))).isEmpty();
    assertThat(typeOf(zip("a.txt"))).isEmpty();
    assertThat(typeOf(zip(CONTENTS, "ppt/presentation.xml"))).isEmpty();
    assertThat(typeOf(zip(CONTENTS, "word/document.xml", "word/vbaProject.bin"))).isEmpty();
    assertThat(typeOf(zip(CONTENTS, "word/document.xml", "word/VBAPROJECT.BIN"))).isEmpty();
    assertThat(
            typeOf(
                zip(
                    Map.of(
                        "word/document.xml",
                        "<x/>",
                        CONTENTS,
                        "<Override PartName=\"/word/x.bin\" ContentType=\"application/vnd.ms-office.VbaProject\"/>"))))
        .isEmpty();
    byte[] docx = zip(CONTENTS, "word/document.xml");
    assertThat(typeOf(Arrays.copyOf(docx, docx.length / 2))).isEmpty();
  }

  private Optional<AttachmentType> typeOf(byte[] content) throws IOException {
    return Sniffer.typeOf(Files.write(directory.resolve("file"), content));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
