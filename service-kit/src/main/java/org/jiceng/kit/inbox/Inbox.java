package org.jiceng.kit.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jiceng.kit.kafka.Topics;

/** Runs every handler of the service on readers of its own, which share its partitions. */
@ApplicationScoped
public class Inbox {
  private final AgroalDataSource dataSource;
  private final EventHandlers handlers;
  private final Topics topics;
  private final InboxConfig config;
  private final String application;
  private final List<InboxReader> readers = new ArrayList<>();

  Inbox(
      AgroalDataSource dataSource,
      EventHandlers handlers,
      Topics topics,
      InboxConfig config,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.dataSource = dataSource;
    this.handlers = handlers;
    this.topics = topics;
    this.config = config;
    this.application = application;
  }

  void onStart(@Observes StartupEvent started) {
    if (!config.enabled()) {
      return;
    }
    for (EventHandler handler : handlers.all()) {
      String group = "jiceng-" + application + "-" + handler.name();
      for (int i = 0; i < config.readers(); i++) {
        InboxReader reader =
            new InboxReader(new InboxTransaction(dataSource, handler), topics, config, group);
        readers.add(reader);
        reader.start();
      }
    }
  }

  void onStop(@Observes ShutdownEvent stopping) {
    readers.forEach(InboxReader::stop);
  }
}
