package org.jiceng.activity.honour;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jiceng.events.ActivityEvent;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/**
 * Where honours of one kind are given, renewed and taken back: change, event and audit in one go.
 */
public abstract class HonourDesk<H extends Honour> {
  private final Honours<H> all;
  private final Supplier<H> maker;
  private final HonourOffice office;

  /** For a kind, of which the maker makes an empty one. */
  protected HonourDesk(Honours<H> all, Supplier<H> maker, HonourOffice office) {
    this.all = all;
    this.maker = maker;
    this.office = office;
  }

  /** Gives one to an organisation in the caller's scope. */
  public H give(NewHonour wanted) {
    LocalDate on = office.clock.pastOrToday(wanted.effectiveOn());
    H honour = maker.get();
    ActivityEvent given =
        honour.give(
            UuidCreator.getTimeOrderedEpoch(),
            wanted,
            office.organizations.acting(wanted.organizationId()),
            on,
            office.policy);
    all.add(honour);
    return tell(given, honour, on, "award");
  }

  /** It is looked at again, and goes on from that day. */
  public H renew(UUID id, LocalDate effectiveOn) {
    LocalDate on = office.clock.pastOrToday(effectiveOn);
    return change(id, on, "renew", honour -> honour.renew(on, office.policy));
  }

  /** It is no more from that day. */
  public H withdraw(UUID id, String reasonCode, LocalDate effectiveOn) {
    LocalDate on = office.clock.pastOrToday(effectiveOn);
    return change(id, on, "withdraw", honour -> honour.withdraw(reasonCode, on));
  }

  /** It has done something for others. */
  public Contribution contribute(UUID id, NewContribution wanted) {
    LocalDate on = office.clock.pastOrToday(wanted.effectiveOn());
    H honour = all.require(id);
    office.scopes.requireWithin(honour.organizationId());
    Contribution made =
        new Contribution(
            UuidCreator.getTimeOrderedEpoch(), wanted.contributionCode(), wanted.count(), on);
    ActivityEvent told = honour.contribute(made);
    office.contributions.add(id, made);
    tell(told, honour, on, "contribute");
    return made;
  }

  /** What it has done for others, by day. */
  public Page<Contribution> contributions(UUID id, PageRequest page) {
    return office.contributions.page(all.require(id).id(), page);
  }

  HonourKind kind() {
    return maker.get().kind();
  }

  private H change(UUID id, LocalDate on, String action, Function<H, ActivityEvent> verb) {
    H honour = all.require(id);
    office.scopes.requireWithin(honour.organizationId());
    office.preconditions.requireVersion(honour.version());
    ActivityEvent told = verb.apply(honour);
    all.flush();
    return tell(told, honour, on, action);
  }

  private H tell(ActivityEvent event, H honour, LocalDate on, String action) {
    office.outbox.append(event, on);
    office.audit.write(action, honour.kind().record, honour.id());
    return honour;
  }
}
