package org.jiceng.reporting.report.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a template asks for: an indicator by its name alone, or a quotient of two indicators, which
 * says what it is called. A quotient with nothing to divide by is no data.
 *
 * @param figure the indicator; for a quotient, a name that no indicator has
 * @param unit of a quotient: {@code ratio} where the part is among the whole, {@code number} where
 *     it is not; null for an indicator, which has its own
 * @param part what is divided, an indicator; null for an indicator itself
 * @param whole what it is divided by, an indicator; null for an indicator itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReportFigure")
public record Figure(
    String figure, String name, String nameEn, String unit, String part, String whole) {
  /** By an indicator's name. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Figure of(String indicator) {
    return new Figure(indicator, null, null, null, null, null);
  }

  /** A quotient. */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public static Figure quotient(
      @JsonProperty("figure") String figure,
      @JsonProperty("name") String name,
      @JsonProperty("nameEn") String nameEn,
      @JsonProperty("unit") String unit,
      @JsonProperty("part") String part,
      @JsonProperty("whole") String whole) {
    return new Figure(figure, name, nameEn, unit, part, whole);
  }

  /** Whether it is one indicator divided by another. */
  @JsonIgnore
  public boolean isQuotient() {
    return part != null || whole != null;
  }
}
