package org.jiceng.stack.issuer;

import java.util.List;
import java.util.Map;

/** The claims that the services read, see {@code org.jiceng.kit.security.Caller}. */
final class Claims {
  /** The scope of one who acts for the whole district. */
  static final String DISTRICT = "district";

  private Claims() {}

  static Map<String, Object> of(String role, String scope) {
    return Map.of("groups", List.of(role), "org_id", scope, "preferred_username", role);
  }
}
