package org.jiceng.kit.web;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The first answer to a POST, as it went out, and the digest of the request that it answers. */
record FirstAnswer(byte[] fingerprint, int status, Map<String, String> headers, byte[] body) {
  Response toResponse(boolean replayed) {
    Response.ResponseBuilder response = Response.status(status).entity(body);
    headers.forEach(response::header);
    return replayed ? response.header("Idempotency-Replayed", "true").build() : response.build();
  }
}
