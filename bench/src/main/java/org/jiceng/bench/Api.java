package org.jiceng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.FileEntity;

/** One service's API, spoken over connections that are kept. */
final class Api implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final String token;
  private final CloseableHttpClient http;

  /** An answer; the ETag is null where there is none. */
  record Answer(int status, String etag, String location, byte[] body) {
    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }

  Api(URI base, String token) {
    this.base = base.resolve("/api/v1/");
    this.token = token;
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(64)
                    .setMaxConnPerRoute(64)
                    .build())
            .disableCookieManagement()
            .disableContentCompression()
            .build();
  }

  Answer get(String path) throws IOException {
    return call("GET", path, null, Map.of());
  }

  Answer post(String path, Object body) throws IOException {
    return post(path, body, Map.of());
  }

  Answer post(String path, Object body, Map<String, String> headers) throws IOException {
    HttpEntity entity =
        new ByteArrayEntity(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON);
    return call("POST", path, entity, headers);
  }

  /** Where some refusals are as good an answer as any: the status is one of these, or it fails. */
  int attempt(String path, Object body, int... expected) throws IOException {
    HttpPost request = new HttpPost(base.resolve(path));
    request.setHeader("Authorization", "Bearer " + token);
    request.setEntity(
        new ByteArrayEntity(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
    return http.execute(
        request,
        response -> {
          String content = EntityUtils.toString(response.getEntity());
          if (Arrays.stream(expected).noneMatch(status -> status == response.getCode())) {
            throw new IOException(path + " answered " + response.getCode() + ": " + content);
          }
          return response.getCode();
        });
  }

  Answer postFile(String path, byte[] file, ContentType type) throws IOException {
    return call("POST", path, new ByteArrayEntity(file, type), Map.of());
  }

  Answer postFile(String path, Path file, ContentType type) throws IOException {
    return call("POST", path, new FileEntity(file.toFile(), type), Map.of());
  }

  /** Returns when an import is done; one that was not taken is an error. */
  void awaitImport(String id) throws IOException, InterruptedException {
    String state;
    do {
      Thread.sleep(50);
      state = get("imports/" + id).json().get("state").asText();
      if (state.equals("REJECTED") || state.equals("FAILED")) {
        throw new IllegalStateException("the import ended as " + state + ", job " + id);
      }
    } while (!state.equals("COMPLETED"));
  }

  private Answer call(String method, String path, HttpEntity body, Map<String, String> headers)
      throws IOException {
    HttpUriRequestBase request = new HttpUriRequestBase(method, base.resolve(path));
    request.setHeader("Authorization", "Bearer " + token);
    request.setHeader("Accept", "application/json");
    headers.forEach(request::setHeader);
    request.setEntity(body);
    return http.execute(
        request,
        response -> {
          byte[] content =
              response.getEntity() == null
                  ? new byte[0]
                  : EntityUtils.toByteArray(response.getEntity());
          Answer answer =
              new Answer(
                  response.getCode(),
                  value(response.getFirstHeader("ETag")),
                  value(response.getFirstHeader("Location")),
                  content);
          if (answer.status() >= 400) {
            throw new IOException(
                method
                    + " "
                    + path
                    + " answered "
                    + answer.status()
                    + ": "
                    + new String(content, java.nio.charset.StandardCharsets.UTF_8));
          }
          return answer;
        });
  }

  private static String value(org.apache.hc.core5.http.Header header) {
    return header == null ? null : header.getValue();
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
