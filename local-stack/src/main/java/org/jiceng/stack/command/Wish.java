package org.jiceng.stack.command;

import java.util.List;
import org.jiceng.stack.sample.Scale;
import org.jiceng.stack.service.Module;

/**
 * What stack is wanted.
 *
 * @param portOffset the block of ports; null for the remembered or the next free one
 * @param services the ones to start; none for all
 * @param empty without the sample district
 */
record Wish(Scale scale, Integer portOffset, List<Module> services, boolean empty) {
  Wish {
    services = List.copyOf(services);
  }

  List<Module> started() {
    return services.isEmpty() ? List.of(Module.values()) : services;
  }
}
