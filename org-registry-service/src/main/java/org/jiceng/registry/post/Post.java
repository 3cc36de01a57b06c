package org.jiceng.registry.post;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.PostKind;
import org.jiceng.events.RegistryEvent.PostAbolished;
import org.jiceng.events.RegistryEvent.PostCreated;
import org.jiceng.events.RegistryEvent.PostFilled;
import org.jiceng.events.RegistryEvent.PostVacated;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** A post within an organisation, held by at most one person at a time. */
@Entity
@Table(name = "post")
public class Post {
  static final ProblemType ABOLISHED = new ProblemType(409, "post-abolished");
  static final ProblemType FILLED = new ProblemType(409, "post-filled");
  static final ProblemType VACANT = new ProblemType(409, "post-vacant");

  @Id UUID id;

  @Column(name = "organization_id")
  UUID organizationId;

  @Enumerated(EnumType.STRING)
  PostKind kind;

  @Column(name = "created_on")
  LocalDate createdOn;

  @Column(name = "abolished_on")
  LocalDate abolishedOn;

  @Column(name = "abolished_reason")
  String abolishedReason;

  @Column(name = "appointment_id")
  UUID appointmentId;

  @Column(name = "holder_id")
  UUID holderId;

  @Column(name = "filled_on")
  LocalDate filledOn;

  @Column(name = "term_ends_on")
  LocalDate termEndsOn;

  @Column(name = "vacated_on")
  LocalDate vacatedOn;

  @Version long version;

  protected Post() {}

  static Post create(UUID id, UUID organizationId, PostKind kind, LocalDate on) {
    Post post = new Post();
    post.id = id;
    post.organizationId = organizationId;
    post.kind = kind;
    post.createdOn = on;
    return post;
  }

  /** What others are told of a new post. */
  PostCreated created() {
    return new PostCreated(id, organizationId, kind);
  }

  boolean isHeld() {
    return appointmentId != null;
  }

  /** Is held by someone from a date on, until the end of the term. */
  PostFilled appoint(UUID appointment, UUID holder, LocalDate on, LocalDate termEnds) {
    requireAlive(on);
    if (appointmentId != null) {
      throw new Problem(FILLED);
    }
    if (termEnds != null && !termEnds.isAfter(on)) {
      throw Problem.violation("termEndsOn", "term-ends-before-it-begins");
    }
    appointmentId = appointment;
    holderId = holder;
    filledOn = on;
    termEndsOn = termEnds;
    return new PostFilled(id, appointment, holder, termEnds);
  }

  /** Is held by nobody any more. */
  PostVacated vacate(String reasonCode, LocalDate on) {
    requireAlive(on);
    if (appointmentId == null) {
      throw new Problem(VACANT);
    }
    if (on.isBefore(filledOn)) {
      throw Problem.violation("effectiveOn", "before-last-change", filledOn);
    }
    PostVacated vacated = new PostVacated(id, appointmentId, reasonCode);
    appointmentId = null;
    holderId = null;
    filledOn = null;
    termEndsOn = null;
    vacatedOn = on;
    return vacated;
  }

  /** Is no more; whoever holds it leaves it first. */
  PostAbolished abolish(String reasonCode, LocalDate on) {
    requireAlive(on);
    if (appointmentId != null) {
      throw new Problem(FILLED);
    }
    abolishedOn = on;
    abolishedReason = reasonCode;
    return new PostAbolished(id);
  }

  private void requireAlive(LocalDate on) {
    if (abolishedOn != null) {
      throw new Problem(ABOLISHED);
    }
    LocalDate lastChange = vacatedOn == null ? createdOn : vacatedOn;
    if (on.isBefore(lastChange)) {
      throw Problem.violation("effectiveOn", "before-last-change", lastChange);
    }
  }

  private LocalDate vacantSince() {
    if (isHeld() || abolishedOn != null) {
      return null;
    }
    return vacatedOn == null ? createdOn : vacatedOn;
  }

  PostView view() {
    return new PostView(
        id,
        organizationId,
        kind,
        createdOn,
        abolishedOn,
        abolishedReason,
        appointmentId,
        holderId,
        filledOn,
        termEndsOn,
        vacantSince(),
        version);
  }
}
