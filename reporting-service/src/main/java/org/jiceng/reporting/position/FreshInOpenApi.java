package org.jiceng.reporting.position;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jiceng.kit.web.OperationIds;

/**
 * Publishes what {@link Fresh} reads beside a method's parameters, and what {@link FromLogs} does.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class FreshInOpenApi implements OASFilter {
  private final Set<String> fresh;
  private final Set<String> fromLogs;

  public FreshInOpenApi(IndexView index) {
    fresh = operations(index, Fresh.class);
    fromLogs = operations(index, FromLogs.class);
  }

  @Override
  public Operation filterOperation(Operation operation) {
    String id = OperationIds.of(operation.getOperationId());
    if (fresh.contains(id)) {
      operation.addParameter(minPosition()).addParameter(prefer());
      operation.getResponses().addAPIResponse("503", notReached());
    }
    if (fromLogs.contains(id)) {
      operation.addParameter(ifNoneMatch());
      operation
          .getResponses()
          .addAPIResponse(
              "304",
              OASFactory.createAPIResponse().description("The answer of that ETag still holds"));
    }
    return operation;
  }

  private static Set<String> operations(IndexView index, Class<?> annotation) {
    return index.getAnnotations(annotation).stream()
        .flatMap(one -> methods(one.target()))
        .map(OperationIds::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<MethodInfo> methods(AnnotationTarget target) {
    return target.kind() == AnnotationTarget.Kind.CLASS
        ? target.asClass().methods().stream()
        : Stream.of(target.asMethod());
  }

  private static Parameter minPosition() {
    return OASFactory.createParameter()
        .name(Place.PARAMETER)
        .in(Parameter.In.QUERY)
        .description(
            "Answer once everything up to there is folded: what a write answered as"
                + " Jiceng-Position (MEMBER:<event id>), or a sequence of a change feed"
                + " (MEMBER:<sequence>); several separated by commas")
        .schema(text().addExample("MEMBER:0197f3a2-5c1e-7d3b-9f40-2b6c8d1e0a77"));
  }

  private static Parameter prefer() {
    return header(
        Preference.HEADER,
        "wait=<seconds>: how long to wait for minPosition, 10 if left out, 30 at most (RFC 7240)");
  }

  private static Parameter ifNoneMatch() {
    return header("If-None-Match", "The ETag of an earlier answer to the same question");
  }

  private static Parameter header(String name, String description) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .schema(text());
  }

  private static APIResponse notReached() {
    return OASFactory.createAPIResponse()
        .description(
            "minPosition was not reached in time, or too many wait: try again after Retry-After")
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json",
                    OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"))));
  }

  private static Schema text() {
    return OASFactory.createSchema().type(List.of(SchemaType.STRING));
  }
}
