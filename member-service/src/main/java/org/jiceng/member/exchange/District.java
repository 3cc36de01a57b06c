package org.jiceng.member.exchange;

import java.net.URI;
import java.security.PublicKey;
import java.util.List;

/**
 * Another district that this one talks to.
 *
 * @param name as it calls itself
 * @param url where it is called: scheme, host and port alone
 * @param keys one of which its signatures are good by
 */
record District(String name, URI url, List<PublicKey> keys) {
  boolean isTls() {
    return "https".equals(url.getScheme());
  }

  int port() {
    return url.getPort() > 0 ? url.getPort() : isTls() ? 443 : 80;
  }

  /** Host and port as they stand in a request to it; without the port that goes without saying. */
  String authority() {
    String host = url.getHost().toLowerCase(java.util.Locale.ROOT);
    return url.getPort() < 0 || port() == (isTls() ? 443 : 80) ? host : host + ":" + port();
  }
}
