package org.jiceng.kit.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Every operation may answer with a problem; that is said here, once for all. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemsInOpenApi implements OASFilter {
  private static final String NAME = "Problem";

  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getResponses() != null && operation.getResponses().getDefaultValue() == null) {
      operation
          .getResponses()
          .setDefaultValue(
              OASFactory.createAPIResponse()
                  .description("A problem (RFC 9457), in Chinese or by Accept-Language in English")
                  .content(
                      OASFactory.createContent()
                          .addMediaType(
                              "application/problem+json",
                              OASFactory.createMediaType()
                                  .schema(OASFactory.createSchema().ref(NAME)))));
    }
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents().addSchema(NAME, problem());
  }

  private static Schema problem() {
    Schema violation = object("field", text(), "code", text(), "message", text());
    return object(
            "type", text().format("uri"),
            "title", text(),
            "status", OASFactory.createSchema().type(List.of(SchemaType.INTEGER)),
            "detail", text(),
            "instance", text(),
            "violations",
                OASFactory.createSchema().type(List.of(SchemaType.ARRAY)).items(violation),
            "correlationId", text())
        .required(List.of("type", "title", "status", "detail"));
  }

  private static Schema text() {
    return OASFactory.createSchema().type(List.of(SchemaType.STRING));
  }

  private static Schema object(Object... namesAndSchemas) {
    Schema schema = OASFactory.createSchema().type(List.of(SchemaType.OBJECT));
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      schema.addProperty((String) namesAndSchemas[i], (Schema) namesAndSchemas[i + 1]);
    }
    return schema;
  }
}
