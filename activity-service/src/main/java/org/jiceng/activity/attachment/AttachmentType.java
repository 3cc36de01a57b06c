package org.jiceng.activity.attachment;

import java.util.Arrays;
import java.util.Optional;

/** The types of files that may be attached. */
enum AttachmentType {
  PDF(AttachmentType.PDF_TYPE, null),
  JPEG(AttachmentType.JPEG_TYPE, null),
  PNG(AttachmentType.PNG_TYPE, null),
  DOCX(AttachmentType.DOCX_TYPE, "word/document.xml"),
  XLSX(AttachmentType.XLSX_TYPE, "xl/workbook.xml");

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

  AttachmentType(String mediaType, String mainPart) {
    this.mediaType = mediaType;
    this.mainPart = mainPart;
  }

  static Optional<AttachmentType> of(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }
}
