package org.jiceng.kit.export;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jiceng.kit.imports.Imports;

/** What holds for every export is said here, once for all: its formats and when it is whole. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ExportsInOpenApi implements OASFilter {
  private static final String DESCRIPTION =
      "The filters are those of the list. CSV and XLSX have the columns that the import reads;"
          + " NDJSON has ids too. An answer that ends in a broken connection is not whole.";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
      api.getPaths()
          .getPathItems()
          .forEach(
              (path, item) -> {
                if (path.endsWith("/export") && item.getGET() != null) {
                  describe(item.getGET());
                }
              });
    }
  }

  private static void describe(Operation export) {
    export.setDescription(DESCRIPTION);
    export
        .getResponses()
        .addAPIResponse(
            "200", OASFactory.createAPIResponse().description("The file").content(file()));
    export.getParameters().stream()
        .filter(parameter -> parameter.getName().equals("format"))
        .forEach(parameter -> parameter.setSchema(text().enumeration(formats())));
  }

  private static List<Object> formats() {
    return Arrays.stream(ExportFormat.values()).<Object>map(ExportFormat::parameter).toList();
  }

  private static Content file() {
    return OASFactory.createContent()
        .addMediaType(Exports.NDJSON, OASFactory.createMediaType().schema(text()))
        .addMediaType("text/csv", OASFactory.createMediaType().schema(text()))
        .addMediaType(Imports.XLSX, OASFactory.createMediaType().schema(text().format("binary")));
  }

  private static Schema text() {
    return OASFactory.createSchema().type(List.of(SchemaType.STRING));
  }
}
