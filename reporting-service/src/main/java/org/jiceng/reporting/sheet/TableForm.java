package org.jiceng.reporting.sheet;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.problem.Problem;

/** In which form a table of figures is wanted: as JSON, or as a spreadsheet of the same figures. */
public class TableForm {
  private static final String JSON = "json";
  private static final String XLSX = "xlsx";

  @QueryParam("format")
  @Parameter(
      description = "json, or xlsx for a spreadsheet of the same figures; else as Accept says",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {JSON, XLSX}))
  public String format;

  @Context public HttpHeaders headers;

  /** Answers a question in the form that is wanted. */
  public <A> Response answer(Supplier<A> question, Function<A, Sheet> sheet) {
    boolean wanted = isSheet();
    A answer = question.get();
    return wanted ? file(sheet.apply(answer)) : json(answer);
  }

  /**
   * Whether a spreadsheet is wanted: what the parameter says, else what the caller would like best.
   */
  protected boolean isSheet() {
    if (format == null) {
      return headers.getAcceptableMediaTypes().stream()
          .filter(type -> isJson(type) || type.isCompatible(MediaType.valueOf(Imports.XLSX)))
          .findFirst()
          .filter(type -> !isJson(type))
          .isPresent();
    }
    if (!format.equals(JSON) && !format.equals(XLSX)) {
      throw Problem.malformed("format", "not-one-of", JSON + ", " + XLSX);
    }
    return format.equals(XLSX);
  }

  private static boolean isJson(MediaType type) {
    return type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
  }

  protected static Response json(Object answer) {
    return Response.ok(answer).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  protected static Response file(Sheet sheet) {
    return Response.ok(SheetFile.of(sheet))
        .type(Imports.XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.xlsx\"".formatted(sheet.file()))
        .build();
  }
}
