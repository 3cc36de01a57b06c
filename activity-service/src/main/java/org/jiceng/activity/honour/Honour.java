package org.jiceng.activity.honour;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.activity.organization.ActingOrganization;
import org.jiceng.events.ActivityEvent;
import org.jiceng.kit.problem.Problem;

/**
 * What an organisation is honoured with, in the area where it lay at that moment. Dates are
 * business dates. It does not end by itself when its validity does: it is due then, to be renewed
 * or withdrawn.
 */
@MappedSuperclass
public abstract class Honour {
  @Id UUID id;

  String code;

  String name;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "area_code")
  String areaCode;

  /** Since when it is given. */
  LocalDate since;

  /** Since when it is this organisation's, if it was another's before. */
  @Column(name = "handed_over_on")
  LocalDate handedOverOn;

  @Column(name = "renewed_on")
  LocalDate renewedOn;

  /** The last day before it is due; null of one that came without an end. */
  @Column(name = "valid_until")
  LocalDate validUntil;

  @Column(name = "withdrawn_on")
  LocalDate withdrawnOn;

  @Column(name = "reason_code")
  String reasonCode;

  @Version long version;

  /** Which of the two. */
  protected abstract HonourKind kind();

  ActivityEvent give(
      UUID newId, NewHonour wanted, ActingOrganization holder, LocalDate on, HonourPolicy policy) {
    id = newId;
    code = wanted.code();
    name = wanted.name();
    organizationId = holder.id();
    areaCode = holder.areaCode();
    since = on;
    validUntil = on.plus(policy.validity().on(on));
    return kind().given(id, organizationId, areaCode);
  }

  /** Was looked at again and goes on. */
  ActivityEvent renew(LocalDate on, HonourPolicy policy) {
    requireHeld(on);
    renewedOn = on;
    validUntil = on.plus(policy.validity().on(on));
    return kind().renewed(id, validUntil);
  }

  /** Has done something for others. */
  ActivityEvent contribute(Contribution contribution) {
    requireHeldOn(contribution.contributedOn());
    return kind().contributed(id, contribution);
  }

  /** Is no more from a day on. */
  ActivityEvent withdraw(String reason, LocalDate on) {
    requireHeld(on);
    withdrawnOn = on;
    reasonCode = reason;
    return kind().withdrawn(id, reason);
  }

  private void requireHeld(LocalDate on) {
    requireNotWithdrawn();
    LocalDate lastChange = latest(latest(since, handedOverOn), renewedOn);
    if (on.isBefore(lastChange)) {
      throw Problem.violation("effectiveOn", "before-last-change", lastChange);
    }
  }

  private void requireHeldOn(LocalDate on) {
    requireNotWithdrawn();
    if (on.isBefore(since)) {
      throw Problem.violation("effectiveOn", "before-last-change", since);
    }
  }

  private void requireNotWithdrawn() {
    if (withdrawnOn != null) {
      throw new Problem(kind().alreadyWithdrawn, withdrawnOn);
    }
  }

  private static LocalDate latest(LocalDate day, LocalDate other) {
    return other == null || other.isBefore(day) ? day : other;
  }

  public UUID id() {
    return id;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public UUID organizationId() {
    return organizationId;
  }

  public String areaCode() {
    return areaCode;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate validUntil() {
    return validUntil;
  }

  public LocalDate withdrawnOn() {
    return withdrawnOn;
  }

  public String reasonCode() {
    return reasonCode;
  }

  public long version() {
    return version;
  }
}
