package org.jiceng.activity.site;

import java.net.URI;
import java.net.URISyntaxException;

/** What a browser may be sent to: absolute, encrypted, with a host and without a user's name. */
final class HttpsAddress {
  private HttpsAddress() {}

  static boolean is(String text) {
    try {
      URI address = new URI(text);
      return "https".equalsIgnoreCase(address.getScheme())
          && address.getHost() != null
          && address.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
