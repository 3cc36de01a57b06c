package org.jiceng.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/**
 * Publishes the headers that {@link Idempotent} and {@link IfMatch} read beside a method's
 * parameters, so that generated clients offer the one and ask for the other.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class HeadersInOpenApi implements OASFilter {
  private static final int MAX_KEY = 255;
  private static final String FILE = "text/csv";

  private final Set<String> repeatable;
  private final Set<String> guarded;

  public HeadersInOpenApi(IndexView index) {
    repeatable = operations(index, Idempotent.class);
    guarded = operations(index, IfMatch.class);
  }

  @Override
  public Operation filterOperation(Operation operation) {
    String id = OperationIds.of(operation.getOperationId());
    if (repeatable.contains(id) || takesFile(operation)) {
      operation.addParameter(idempotencyKey());
    }
    if (guarded.contains(id)) {
      operation.addParameter(ifMatch());
    }
    return operation;
  }

  private static Set<String> operations(IndexView index, Class<?> annotation) {
    return index.getAnnotations(annotation).stream()
        .map(AnnotationInstance::target)
        .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
        .map(target -> OperationIds.of(target.asMethod()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The import of a file minds its key itself. */
  private static boolean takesFile(Operation operation) {
    return operation.getRequestBody() != null
        && operation.getRequestBody().getContent().hasMediaType(FILE);
  }

  private static Parameter idempotencyKey() {
    return header(
        "Idempotency-Key",
        "Sent again under the same key within 24 hours, it is done once and answered alike",
        text().minLength(1).maxLength(MAX_KEY));
  }

  private static Parameter ifMatch() {
    return header("If-Match", "The ETag of what was read: it is changed as it was then", text())
        .required(true);
  }

  private static Schema text() {
    return OASFactory.createSchema().type(List.of(SchemaType.STRING));
  }

  private static Parameter header(String name, String description, Schema schema) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .schema(schema);
  }
}
