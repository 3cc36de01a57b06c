package org.jiceng.kit.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jiceng.events.EventTypes;
import org.jiceng.events.Topic;
import org.jiceng.events.UnreadableEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.kit.web.Preconditions;

/** What may be done with subscriptions. */
@ApplicationScoped
class Webhooks {
  static final ProblemType TOO_MANY = new ProblemType(409, "too-many-webhooks");
  private static final String NOW = "now";
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  private final WebhookTable table;
  private final DeadLetters letters;
  private final Receivers receivers;
  private final WebhooksConfig config;
  private final Preconditions preconditions;
  private final Caller caller;
  private final Audit audit;
  private final BusinessClock clock;
  private final Optional<Topic> topic;

  Webhooks(
      WebhookTable table,
      DeadLetters letters,
      Receivers receivers,
      WebhooksConfig config,
      Preconditions preconditions,
      Caller caller,
      Audit audit,
      BusinessClock clock,
      @ConfigProperty(name = "jiceng.topic") Optional<Topic> topic) {
    this.table = table;
    this.letters = letters;
    this.receivers = receivers;
    this.config = config;
    this.preconditions = preconditions;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
    this.topic = topic;
  }

  Webhook find(UUID id) {
    return table.find(id).orElseThrow(Problem::notFound);
  }

  Page<WebhookView> page(PageRequest page) {
    UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    List<WebhookView> found =
        table.after(after, page.fetchSize()).stream().map(Webhook::view).toList();
    return page.page(found, webhook -> Cursor.of(webhook.id()));
  }

  Webhook register(NewWebhook wanted) {
    List<String> types = wanted.types() == null ? List.of() : wanted.types();
    Long after =
        wanted.from() == null || wanted.from().equals(NOW) ? null : Long.valueOf(wanted.from());
    String secret = WebhookSecret.of(wanted.secret());
    requireTypes(types);
    requirePosition("from", after);
    receivers.require(wanted.url());
    if (table.countOpen() >= config.maxOpen()) {
      throw new Problem(TOO_MANY, config.maxOpen());
    }
    Webhook made =
        new Webhook(
            UuidCreator.getTimeOrderedEpoch(),
            wanted.url(),
            types,
            Secrets.of(secret),
            Webhook.State.ACTIVE,
            caller.subject(),
            clock.now(),
            null,
            null,
            0);
    table.insert(made, after);
    audit.write("register", "webhook", made.id());
    return made;
  }

  Webhook change(UUID id, WebhookChange change) {
    if (change.types() != null) {
      requireTypes(change.types());
    }
    if (change.url() != null) {
      receivers.require(change.url());
    }
    return keep(id, "change", webhook -> webhook.changed(change));
  }

  /** Another secret; the present one also signs for the overlap that is asked for. */
  Webhook changeSecret(UUID id, NewSecret wanted) {
    Duration overlap = wanted.overlap() == null ? config.secretOverlap() : wanted.overlap();
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw Problem.violation("overlap", "webhook-overlap", LONGEST_OVERLAP.toDays());
    }
    String secret = WebhookSecret.of(wanted.secret());
    return keep(
        id, "change-secret", webhook -> webhook.withSecret(secret, clock.now().plus(overlap)));
  }

  Webhook close(UUID id) {
    return keep(
        id, "close", webhook -> webhook.closed(Webhook.ClosedReason.REQUESTED, clock.today()));
  }

  /** Everything after the position is sent again, dead letters among it. */
  void replay(UUID id, long position) {
    requirePosition("position", position);
    held(id).requireOpen();
    letters.replay(id, position);
    audit.write("replay", "webhook", id);
  }

  /** All dead letters are sent once more; how many. */
  int redeliver(UUID id) {
    held(id).requireOpen();
    audit.write("redeliver", "webhook", id);
    return letters.redeliver(id);
  }

  /** One dead letter is sent once more, unless an older one of the same key waits before it. */
  void redeliver(UUID id, long position) {
    held(id).requireOpen();
    letters.redeliver(id, position);
    audit.write("redeliver", "webhook", id);
  }

  private Webhook keep(UUID id, String action, UnaryOperator<Webhook> verb) {
    Webhook webhook = held(id);
    preconditions.requireVersion(webhook.version());
    Webhook changed = verb.apply(webhook);
    table.update(changed);
    audit.write(action, "webhook", id);
    return changed;
  }

  private Webhook held(UUID id) {
    return table.hold(id).orElseThrow(Problem::notFound);
  }

  private void requireTypes(List<String> types) {
    for (int i = 0; i < types.size(); i++) {
      if (!isOurs(types.get(i))) {
        throw Problem.violation("types[%d]".formatted(i), "event-type");
      }
    }
  }

  private boolean isOurs(String type) {
    try {
      Class<?> event = EventTypes.classOf(type);
      return topic.isEmpty() || topic.get().events().isAssignableFrom(event);
    } catch (UnreadableEvent e) {
      return false;
    }
  }

  private void requirePosition(String field, Long position) {
    long placed = table.placed();
    if (position != null && position > placed) {
      throw Problem.violation(field, "between", 0, placed);
    }
  }
}
