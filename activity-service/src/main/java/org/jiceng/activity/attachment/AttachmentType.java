package org.jiceng.activity.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of files that may be attached. */
enum AttachmentType {
  PDF(AttachmentType.PDF_TYPE, null, ".pdf"),
  JPEG(AttachmentType.JPEG_TYPE, null, ".jpg", ".jpeg"),
  PNG(AttachmentType.PNG_TYPE, null, ".png"),
  DOCX(AttachmentType.DOCX_TYPE, "word/document.xml", ".docx"),
  XLSX(AttachmentType.XLSX_TYPE, "xl/workbook.xml", ".xlsx");

  static final String PDF_TYPE = "application/pdf";
  static final String JPEG_TYPE = "image/jpeg";
  static final String PNG_TYPE = "image/png";
  static final String DOCX_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  final String mediaType;

  /** The main part of an Office file, which is a zip of parts; null of the others. */
  final String mainPart;

  private final List<String> endings;

  AttachmentType(String mediaType, String mainPart, String... endings) {
    this.mediaType = mediaType;
    this.mainPart = mainPart;
    this.endings = List.of(endings);
  }

  /** A name that ends as the names of this type do: by it a file is opened once it was saved. */
  String ending(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(small::endsWith) ? name : name + endings.get(0);
  }

  static Optional<AttachmentType> of(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }
}
