package org.jiceng.kit.imports;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;

/** The forms in which a file may come, and how the content type names them. */
enum FileFormat {
  CSV,
  XLSX;

  private static final String CSV_TYPE = "text/csv";
  private static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** HTTP libraries put ISO-8859-1 beside any text of their own accord; what they send is UTF-8. */
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "iso-8859-1", "us-ascii");

  private static final Set<String> CHINESE = Set.of("gb18030", "gbk", "gb2312");

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
  Charset charset(String contentType) {
    String name = parsed(contentType).getParameters().getOrDefault("charset", "utf-8");
    String known = name.toLowerCase(Locale.ROOT);
    if (this == XLSX || UTF_8.contains(known)) {
      return StandardCharsets.UTF_8;
    }
    if (CHINESE.contains(known)) {
      return Charset.forName("GB18030");
    }
    throw new Problem(CommonProblems.UNSUPPORTED_MEDIA_TYPE);
  }

  private static MediaType parsed(String contentType) {
    try {
      return MediaType.valueOf(contentType);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new Problem(CommonProblems.UNSUPPORTED_MEDIA_TYPE);
    }
  }
}
