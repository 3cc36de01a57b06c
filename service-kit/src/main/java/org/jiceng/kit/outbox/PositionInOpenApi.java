package org.jiceng.kit.outbox;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Publishes the header of {@link WrittenPosition} with every write of a service with a log. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PositionInOpenApi implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (hasLog() && api.getPaths() != null && api.getPaths().getPathItems() != null) {
      api.getPaths().getPathItems().values().forEach(PositionInOpenApi::describe);
    }
  }

  private static boolean hasLog() {
    return ConfigProvider.getConfig()
        .getOptionalValue("jiceng.relay.enabled", Boolean.class)
        .orElse(true);
  }

  private static void describe(PathItem item) {
    for (Map.Entry<HttpMethod, Operation> each : item.getOperations().entrySet()) {
      if (each.getKey() != HttpMethod.GET && each.getValue().getResponses() != null) {
        each.getValue().getResponses().getAPIResponses().forEach(PositionInOpenApi::describe);
      }
    }
  }

  private static void describe(String status, APIResponse response) {
    if (status.startsWith("2") && response.getRef() == null) {
      response.addHeader(WrittenPosition.HEADER, header());
    }
  }

  private static Header header() {
    return OASFactory.createHeader()
        .description(
            "How far the service's log goes by this write, if it told of something: give it to"
                + " another service as minPosition to read what was written")
        .schema(
            OASFactory.createSchema()
                .type(List.of(SchemaType.STRING))
                .addExample("MEMBER:0197f3a2-5c1e-7d3b-9f40-2b6c8d1e0a77"));
  }
}
