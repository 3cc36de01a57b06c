package org.jiceng.kit.outbox;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.RequestScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.events.Topic;

/**
 * How far each log goes by what the request being served has written: {@code MEMBER:<id of the last
 * event>}, several separated by commas. Who has read up to there has read the request's own events.
 */
@RequestScoped
public class WrittenPosition {
  /** The header in which a write answers it. */
  public static final String HEADER = "Jiceng-Position";

  private final Map<Topic, UUID> committed = new EnumMap<>(Topic.class);

  /** Of what the request has committed; empty where nothing was written. */
  Optional<String> text() {
    return text(committed);
  }

  /** The same with what a transaction will have committed; without a request, that alone. */
  static Optional<String> with(Map<Topic, UUID> appended) {
    Map<Topic, UUID> together = new EnumMap<>(Topic.class);
    current().ifPresent(request -> together.putAll(request.committed()));
    together.putAll(appended);
    return text(together);
  }

  /** Notes what was committed, if a request is being served. */
  static void note(Map<Topic, UUID> appended) {
    current().ifPresent(request -> request.add(appended));
  }

  Map<Topic, UUID> committed() {
    return committed;
  }

  void add(Map<Topic, UUID> appended) {
    committed.putAll(appended);
  }

  private static Optional<WrittenPosition> current() {
    return Arc.container().requestContext().isActive()
        ? Optional.of(Arc.container().instance(WrittenPosition.class).get())
        : Optional.empty();
  }

  private static Optional<String> text(Map<Topic, UUID> last) {
    return last.isEmpty()
        ? Optional.empty()
        : Optional.of(
            last.entrySet().stream()
                .map(e -> e.getKey().name() + ":" + e.getValue())
                .collect(Collectors.joining(",")));
  }
}
