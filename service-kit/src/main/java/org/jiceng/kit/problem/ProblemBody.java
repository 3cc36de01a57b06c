package org.jiceng.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The body of an {@code application/problem+json} answer (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "violations", "correlationId"})
public record ProblemBody(
    URI type,
    String title,
    int status,
    String detail,
    String instance,
    List<Violation> violations,
    String correlationId,
    @JsonAnyGetter Map<String, Object> extensions) {}
