package org.jiceng.kit.test.nonsense;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One request.
 *
 * @param address path and query, as they go over the wire
 * @param refused whether it must be; else it may as well be answered
 */
record Asked(
    String method,
    String address,
    String mediaType,
    byte[] body,
    Map<String, String> headers,
    boolean refused) {
  static Asked json(String method, String address, String body, boolean refused) {
    return new Asked(method, address, body.getBytes(StandardCharsets.UTF_8), refused);
  }

  Asked(String method, String address, byte[] body, boolean refused) {
    this(method, address, "application/json", body, Map.of("If-Match", "*"), refused);
  }

  HttpRequest by(String token, int port) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
            .header("Authorization", "Bearer " + token)
            .header("Accept-Language", "en")
            .header("Content-Type", mediaType)
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return request.build();
  }

  @Override
  public String toString() {
    return "%s %s %s %s"
        .formatted(
            method,
            shortened(address),
            headers.containsKey("If-Match") && headers.size() == 1 ? "" : shortened("" + headers),
            method.equals("GET") ? "" : shortened(new String(body, StandardCharsets.UTF_8)));
  }

  private static String shortened(String text) {
    return text.length() < 300 ? text : text.substring(0, 300) + "… (" + text.length() + ")";
  }
}
