package org.jiceng.registry.proposal;

import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * A command that may be proposed, with the request that its own endpoint takes.
 *
 * @param execution the very command behind that endpoint
 */
public record Proposable<T>(String command, Class<T> body, BiConsumer<UUID, T> execution) {
  void execute(UUID target, Object request) {
    execution.accept(target, body.cast(request));
  }
}
