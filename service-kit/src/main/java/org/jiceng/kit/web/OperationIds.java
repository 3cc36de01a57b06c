package org.jiceng.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.MethodInfo;

/** Names each operation as a client's method will be named: {@code unitList}, {@code unitCover}. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OperationIds implements OASFilter {
  private static final String RESOURCE = "Resource_";

  @Override
  public Operation filterOperation(Operation operation) {
    operation.setOperationId(of(operation.getOperationId()));
    return operation;
  }

  /** The id of a resource's method. */
  public static String of(MethodInfo method) {
    return of(method.declaringClass().simpleName() + "_" + method.name());
  }

  /** The id in place of the one that was made up of class and method. */
  public static String of(String id) {
    int end = id == null ? -1 : id.indexOf(RESOURCE);
    if (end <= 0) {
      return id;
    }
    String verb = id.substring(end + RESOURCE.length());
    return id.substring(0, 1).toLowerCase(Locale.ROOT)
        + id.substring(1, end)
        + verb.substring(0, 1).toUpperCase(Locale.ROOT)
        + verb.substring(1);
  }
}
