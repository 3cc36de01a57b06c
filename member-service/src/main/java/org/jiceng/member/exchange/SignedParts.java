package org.jiceng.member.exchange;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of a request is signed, in this order: enough that it cannot be another request, to another
 * district, with another body.
 *
 * @param authority host and port, in small letters
 * @param query with its question mark, which stands alone where there is no query
 * @param contentDigest the header of RFC 9530
 * @param to the header that names the district it is meant for
 */
record SignedParts(
    String method, String authority, String path, String query, String contentDigest, String to) {
  static final String TO = "Exchange-To";

  static SignedParts of(String method, String authority, URI uri, String contentDigest, String to) {
    String query = uri.getRawQuery() == null ? "?" : "?" + uri.getRawQuery();
    return new SignedParts(method, authority, uri.getRawPath(), query, contentDigest, to);
  }

  /** By the names that RFC 9421 has for them. */
  Map<String, String> byName() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("@method", method);
    parts.put("@authority", authority);
    parts.put("@path", path);
    parts.put("@query", query);
    parts.put("content-digest", contentDigest);
    parts.put("exchange-to", to);
    return parts;
  }
}
