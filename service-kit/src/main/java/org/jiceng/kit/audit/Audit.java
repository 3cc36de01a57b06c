package org.jiceng.kit.audit;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.kit.ops.Correlation;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.time.BusinessClock;

/**
 * Keeps who read and who changed what. A write is recorded in the current transaction and vanishes
 * with it; a read is on disk when {@code read} returns, before the answer leaves. Never pass a
 * personal value as an id or an action.
 */
@ApplicationScoped
public class Audit {
  private static final int LONGEST = 255;

  private final AuditTable table;
  private final AuditReads reads;
  private final Caller caller;
  private final CurrentVertxRequest request;
  private final BusinessClock clock;

  Audit(
      AuditTable table,
      AuditReads reads,
      Caller caller,
      CurrentVertxRequest request,
      BusinessClock clock) {
    this.table = table;
    this.reads = reads;
    this.caller = caller;
    this.request = request;
    this.clock = clock;
  }

  /** A change to a record, such as {@code write("approve", "transfer", id)}. */
  public void write(String action, String recordType, Object id) {
    table.append(List.of(record(action, recordType, id)));
  }

  /** The same change to many records, by one statement. */
  public void writeAll(String action, String recordType, Collection<?> ids) {
    if (!ids.isEmpty()) {
      table.append(ids.stream().map(id -> record(action, recordType, id)).toList());
    }
  }

  /** A look at one person's data. */
  public void read(String recordType, UUID id) {
    read(recordType, List.of(id));
  }

  /** A look at the data of several persons, as in a list. */
  public void read(String recordType, Collection<UUID> ids) {
    markAnswerPersonal();
    if (!ids.isEmpty()) {
      reads.append(ids.stream().map(id -> record("read", recordType, id)).toList());
    }
  }

  /** A look at something about one person that is not the record itself, such as its access log. */
  public void read(String action, String recordType, UUID id) {
    markAnswerPersonal();
    reads.append(List.of(record(action, recordType, id)));
  }

  /**
   * A look by this request's caller at all records that a select finds, when it is run: also after
   * the request is over, for files that are written while they are read.
   */
  public FoundReads reads(String action, String recordType) {
    markAnswerPersonal();
    return new FoundReads(record(action, recordType, null));
  }

  /**
   * A question that was answered by a refusal, such as {@code asked("search-miss", "member",
   * null)}: on disk before the answer leaves, whatever becomes of the current transaction.
   *
   * @param id the record that it was about, if there is one; never what was asked for
   */
  public void asked(String action, String recordType, UUID id) {
    AuditRecord question = record(action, recordType, id);
    RoutingContext asking =
        Arc.container().requestContext().isActive() ? request.getCurrent() : null;
    if (asking == null) {
      reads.append(List.of(question));
    } else {
      AskedQuestions.add(asking, question);
    }
  }

  /** The same by whoever sent a file, when a job of our own works on it. */
  public void askedBy(
      String subject, Set<String> roles, String action, String recordType, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      String role = cut(String.join(",", new TreeSet<>(roles)));
      reads.append(
          ids.stream()
              .map(
                  id ->
                      new AuditRecord(
                          clock.now(),
                          cut(subject),
                          role,
                          action,
                          recordType,
                          id.toString(),
                          null,
                          Correlation.current(),
                          null))
              .toList());
    }
  }

  private void markAnswerPersonal() {
    if (Arc.container().requestContext().isActive()) {
      PersonalAnswers.mark(request.getCurrent());
    }
  }

  private AuditRecord record(String action, String recordType, Object id) {
    String recordId = id == null ? null : id.toString();
    if (!Arc.container().requestContext().isActive()) {
      return new AuditRecord(
          clock.now(), "system", Roles.SYSTEM, action, recordType, recordId, null, null, null);
    }
    RoutingContext current = request.getCurrent();
    return new AuditRecord(
        clock.now(),
        cut(caller.subject()),
        cut(caller.roles().stream().sorted().collect(Collectors.joining(","))),
        action,
        recordType,
        recordId,
        current == null ? null : current.request().remoteAddress().hostAddress(),
        current == null ? null : Correlation.of(current),
        caller.scope().orElse(null));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
