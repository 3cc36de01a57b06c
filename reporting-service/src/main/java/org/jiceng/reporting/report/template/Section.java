package org.jiceng.reporting.report.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** One table of a report, as a template asks for it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Section.Indicators.class, name = "INDICATORS"),
  @JsonSubTypes.Type(value = Section.Series.class, name = "SERIES"),
  @JsonSubTypes.Type(value = Section.Areas.class, name = "AREAS"),
  @JsonSubTypes.Type(value = Section.Breakdown.class, name = "BREAKDOWN")
})
@Schema(
    name = "ReportSection",
    oneOf = {
      Section.Indicators.class,
      Section.Series.class,
      Section.Areas.class,
      Section.Breakdown.class
    },
    discriminatorProperty = "kind",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "INDICATORS", schema = Section.Indicators.class),
      @DiscriminatorMapping(value = "SERIES", schema = Section.Series.class),
      @DiscriminatorMapping(value = "AREAS", schema = Section.Areas.class),
      @DiscriminatorMapping(value = "BREAKDOWN", schema = Section.Breakdown.class)
    })
public sealed interface Section {
  /** By what it is found in the content; no other section of the template has it. */
  String section();

  /** What stands above it, in Chinese. */
  String name();

  /** What stands above it, in English. */
  String nameEn();

  /** What is told in it. */
  List<Figure> figures();

  /** Figures of the area, one below another. */
  @Schema(
      name = "ReportSectionOfIndicators",
      type = SchemaType.OBJECT,
      requiredProperties = "kind",
      properties =
          @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "INDICATORS"))
  record Indicators(String section, String name, String nameEn, List<Figure> figures)
      implements Section {}

  /**
   * Figures of the area at the ends of several periods, the report's own last.
   *
   * @param step how long each is, at most as long as the report's own
   * @param steps how many
   */
  @Schema(
      name = "ReportSectionOfSeries",
      type = SchemaType.OBJECT,
      requiredProperties = "kind",
      properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "SERIES"))
  record Series(
      String section, String name, String nameEn, List<Figure> figures, PeriodKind step, int steps)
      implements Section {}

  /**
   * Figures of the areas one level below the area, side by side.
   *
   * @param level {@code township} or {@code community}; null for what lies one level below
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "ReportSectionOfAreas",
      type = SchemaType.OBJECT,
      requiredProperties = "kind",
      properties = @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "AREAS"))
  record Areas(String section, String name, String nameEn, List<Figure> figures, String level)
      implements Section {}

  /**
   * Figures of the area broken down.
   *
   * @param by one to three dimensions
   */
  @Schema(
      name = "ReportSectionOfBreakdown",
      type = SchemaType.OBJECT,
      requiredProperties = "kind",
      properties =
          @SchemaProperty(name = "kind", type = SchemaType.STRING, enumeration = "BREAKDOWN"))
  record Breakdown(
      String section, String name, String nameEn, List<Figure> figures, List<String> by)
      implements Section {}
}
