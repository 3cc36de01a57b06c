package org.jiceng.kit.imports;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;

/** The forms in which a file may come, and how the content type names them. */
enum FileFormat {
  CSV,
  XLSX;

  private static final String CSV_TYPE = "text/csv";
  private static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final Map<String, Charset> CHARSETS =
      Map.of(
          "utf-8",
          StandardCharsets.UTF_8,
          "gb18030",
          Charset.forName("GB18030"),
          "gbk",
          Charset.forName("GB18030"),
          "gb2312",
          Charset.forName("GB18030"));

  /** The format of a content type; 415 for any other. */
  static FileFormat of(String contentType) {
    MediaType type = parsed(contentType);
    return switch ((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT)) {
      case CSV_TYPE -> CSV;
      case XLSX_TYPE -> XLSX;
      default -> throw new Problem(CommonProblems.UNSUPPORTED_MEDIA_TYPE);
    };
  }

  /** The character set of a content type, UTF-8 unless it says another; 415 for one unknown. */
  static Charset charset(String contentType) {
    String name = parsed(contentType).getParameters().getOrDefault("charset", "utf-8");
    Charset charset = CHARSETS.get(name.toLowerCase(Locale.ROOT));
    if (charset == null) {
      throw new Problem(CommonProblems.UNSUPPORTED_MEDIA_TYPE);
    }
    return charset;
  }

  private static MediaType parsed(String contentType) {
    try {
      return MediaType.valueOf(contentType);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new Problem(CommonProblems.UNSUPPORTED_MEDIA_TYPE);
    }
  }
}
