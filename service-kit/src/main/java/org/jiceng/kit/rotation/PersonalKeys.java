package org.jiceng.kit.rotation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The keys of this service by their ids, and what still needs them; never what they are. */
public record PersonalKeys(List<Key> cipherKeys, List<Key> indexKeys, KeyRotation rotation) {
  /** A key; one with no use that is not current may be removed from the configuration. */
  public record Key(
      @Schema(examples = "2026") String id, boolean current, boolean configured, List<Use> uses) {}

  /** How many rows of a table need the key. */
  public record Use(@Schema(examples = "member") String table, long rows) {}
}
