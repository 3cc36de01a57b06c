package org.jiceng.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;

/** The handlers that the service has switched on; a lookup by {@code Instance} minds the switch. */
@ApplicationScoped
public class EventHandlers {
  private final Instance<EventHandler> handlers;

  EventHandlers(@Any Instance<EventHandler> handlers) {
    this.handlers = handlers;
  }

  /** All that are on. */
  public List<EventHandler> all() {
    return handlers.stream().toList();
  }
}
