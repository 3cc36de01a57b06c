package org.jiceng.activity.attachment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.activity.life.Activities;
import org.jiceng.activity.life.Activity;
import org.jiceng.events.ActivityEvent.AttachmentAdded;
import org.jiceng.events.ActivityEvent.AttachmentRemoved;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;

/**
 * Where files are attached, handed out and removed. The bytes are stored before the row that speaks
 * of them, so that no row ever speaks of bytes that are not there; what a crash leaves is cleared
 * away. The same file of the same activity is attached once, so a retry needs no key.
 */
@ApplicationScoped
class AttachmentDesk {
  private static final Logger LOG = Logger.getLogger(AttachmentDesk.class);
  private static final String RECORD = "attachment";

  private final Attachments attachments;
  private final AttachmentStore store;
  private final AttachmentsConfig config;
  private final Activities activities;
  private final Scopes scopes;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<Removed> removals;

  AttachmentDesk(
      Attachments attachments,
      AttachmentStore store,
      AttachmentsConfig config,
      Activities activities,
      Scopes scopes,
      Outbox outbox,
      Audit audit,
      BusinessClock clock,
      Event<Removed> removals) {
    this.attachments = attachments;
    this.store = store;
    this.config = config;
    this.activities = activities;
    this.scopes = scopes;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.removals = removals;
  }

  Attachment add(UUID activityId, String name, String announced, InputStream body) {
    requireLedHere(activities.require(activityId));
    try (Received received = Received.from(body, config.maxSize().asLongValue())) {
      AttachmentType type =
          Sniffer.typeOf(received.file())
              .filter(found -> found.mediaType.equals(announced))
              .orElseThrow(() -> new Problem(AttachmentProblems.WRONG_TYPE));
      Attachment wanted =
          new Attachment(
              UuidCreator.getTimeOrderedEpoch(),
              activityId,
              name,
              type.mediaType,
              received.size(),
              HexFormat.of().formatHex(received.digest()),
              clock.now().truncatedTo(ChronoUnit.MICROS));
      return add(wanted, received);
    } catch (IOException e) {
      throw new UncheckedIOException("the attachment could not be stored", e);
    }
  }

  private Attachment add(Attachment wanted, Received received) throws IOException {
    Optional<Attachment> known = same(wanted);
    if (known.isPresent()) {
      return known.get();
    }
    requireRoom(wanted.activityId());
    store.put(wanted.id(), received.file());
    try {
      Attachment kept = QuarkusTransaction.requiringNew().call(() -> record(wanted));
      if (!kept.id().equals(wanted.id())) {
        forget(wanted.id());
      }
      return kept;
    } catch (Problem refused) { // nothing else says for certain that there is no row
      forget(wanted.id());
      throw refused;
    }
  }

  private void requireRoom(UUID activityId) {
    if (attachments.of(activityId).size() >= config.most()) {
      throw new Problem(AttachmentProblems.TOO_MANY, config.most());
    }
  }

  /** One at a time attaches to an activity, so that none is there twice and their number holds. */
  private Attachment record(Attachment wanted) {
    Activity activity = activities.hold(wanted.activityId());
    Optional<Attachment> known = same(wanted);
    if (known.isPresent()) {
      return known.get();
    }
    requireRoom(wanted.activityId());
    attachments.add(wanted);
    outbox.append(
        new AttachmentAdded(wanted.id(), activity.id(), activity.leadingOrganizationId()),
        clock.today());
    audit.write("attach", RECORD, wanted.id());
    return wanted;
  }

  private Optional<Attachment> same(Attachment wanted) {
    return attachments.of(wanted.activityId()).stream()
        .filter(one -> one.sha256().equals(wanted.sha256()))
        .findFirst();
  }

  List<Attachment> of(UUID activityId) {
    requireSeen(activities.require(activityId));
    return attachments.of(activityId);
  }

  Attachment one(UUID activityId, UUID id) {
    requireSeen(activities.require(activityId));
    Attachment found = attachments.find(activityId, id).orElseThrow(Problem::notFound);
    audit.read(RECORD, id);
    return found;
  }

  InputStream content(Attachment attachment) {
    try {
      return store.open(attachment.id());
    } catch (IOException e) {
      throw new UncheckedIOException("the attachment could not be read", e);
    }
  }

  /**
   * It can no longer be had. What it was stays on record; its bytes go, since what is taken away is
   * often what should never have been attached.
   */
  Attachment remove(UUID activityId, UUID id, String reasonCode) {
    Activity activity = activities.hold(activityId);
    requireLedHere(activity);
    Attachment found = attachments.find(activityId, id).orElseThrow(Problem::notFound);
    attachments.remove(id, reasonCode, clock.today());
    outbox.append(
        new AttachmentRemoved(id, activityId, activity.leadingOrganizationId(), reasonCode),
        clock.today());
    audit.write("remove", RECORD, id);
    removals.fire(new Removed(id));
    return found;
  }

  /** That one was removed. */
  record Removed(UUID id) {}

  /** Once a removal is certain. */
  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Removed removed) {
    forget(removed.id());
  }

  /** What fails here the sweep does later. */
  void forget(UUID id) {
    try {
      store.delete(id);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("the bytes of attachment %s are still there: %s", id, e.toString());
    }
  }

  private void requireLedHere(Activity activity) {
    scopes.requireWithin(activity.leadingOrganizationId());
  }

  private void requireSeen(Activity activity) {
    if (activity.holders().stream().noneMatch(scopes::contains)) {
      throw Problem.notFound();
    }
  }
}
