package org.jiceng.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** Names each operation as a client's method will be named: {@code unitList}, {@code unitCover}. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OperationIds implements OASFilter {
  @Override
  public Operation filterOperation(Operation operation) {
    String id = operation.getOperationId();
    int end = id == null ? -1 : id.indexOf("Resource_");
    if (end > 0) {
      String verb = id.substring(end + "Resource_".length());
      operation.setOperationId(
          id.substring(0, 1).toLowerCase(Locale.ROOT)
              + id.substring(1, end)
              + verb.substring(0, 1).toUpperCase(Locale.ROOT)
              + verb.substring(1));
    }
    return operation;
  }
}
