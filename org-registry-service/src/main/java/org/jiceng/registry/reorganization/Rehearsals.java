package org.jiceng.registry.reorganization;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.registry.Tables;
import org.jiceng.registry.organization.Holdings;
import org.jiceng.registry.organization.OrganizationState;
import org.jiceng.registry.organization.OrganizationView;
import org.jiceng.registry.organization.SizeWarnings;
import org.jiceng.registry.organization.Successions;

/** Carries a plan out in a transaction of its own that never commits, and says what it did. */
@ApplicationScoped
class Rehearsals {
  private static final String ASSIGN =
      """
      update neighbour_record set organization_id = ?
       where record_id = ? and kind = 'MEMBER'""";
  private static final String FOLLOW =
      """
      update neighbour_record set organization_id = ?
       where organization_id = ? and (ends_at is null or ends_at > now())""";
  private static final String FOLLOW_IN =
      "update neighbour_record set destination_id = ? where destination_id = ?";
  private static final int MOST_NAMED = 1000;

  private final Undertaking undertaking;
  private final Assignments assignments;
  private final Successions successions;
  private final SizeWarnings sizes;
  private final Tables tables;

  Rehearsals(
      Undertaking undertaking,
      Assignments assignments,
      Successions successions,
      SizeWarnings sizes,
      Tables tables) {
    this.undertaking = undertaking;
    this.assignments = assignments;
    this.successions = successions;
    this.sizes = sizes;
    this.tables = tables;
  }

  /** Takes the answer out of the transaction that it rolls back. */
  private static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Rehearsal rehearsal;

    Over(Rehearsal rehearsal) {
      super(null, null, false, false);
      this.rehearsal = rehearsal;
    }
  }

  Rehearsal of(Plan plan, LocalDate on) {
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                throw new Over(perform(plan, on));
              });
      throw new IllegalStateException("a rehearsal came to no end");
    } catch (Over over) {
      return over.rehearsal;
    }
  }

  private Rehearsal perform(Plan plan, LocalDate on) {
    Undertaking.Done done = undertaking.carryOut(UuidCreator.getTimeOrderedEpoch(), plan, on);
    List<Rehearsal.Move> moves = moves(done);
    done.assignments().forEach((member, to) -> tables.change(ASSIGN, to, member));
    done.heirs()
        .forEach(
            (source, heir) -> {
              tables.change(FOLLOW, heir, source);
              tables.change(FOLLOW_IN, heir, source);
            });
    Set<UUID> all = new LinkedHashSet<>(plan.sources());
    all.addAll(done.destinations());
    List<Rehearsal.Effect> effects = new ArrayList<>();
    Map<String, Long> before = new LinkedHashMap<>();
    Map<String, Long> after = new LinkedHashMap<>();
    for (UUID id : all) {
      Rehearsal.Effect effect = effect(id, plan, done.before().get(id), on);
      effects.add(effect);
      effect.before().forEach((kind, count) -> before.merge(kind, count, Long::sum));
      effect.after().forEach((kind, count) -> after.merge(kind, count, Long::sum));
    }
    return new Rehearsal(plan.kind(), on, effects, before, after, moves);
  }

  private Rehearsal.Effect effect(UUID id, Plan plan, Holdings before, LocalDate on) {
    OrganizationView view = successions.view(id);
    boolean named =
        plan.sources().contains(id)
            || plan.parts().stream().anyMatch(part -> id.equals(part.organizationId()));
    boolean ends = view.state() == OrganizationState.DISSOLVED;
    return new Rehearsal.Effect(
        id,
        view.code(),
        view.name(),
        !named,
        ends,
        before.counts(),
        successions.holdings(id).counts(),
        ends ? List.of() : sizes.of(id, view.type(), on));
  }

  private List<Rehearsal.Move> moves(Undertaking.Done done) {
    List<Rehearsal.Move> moves = new ArrayList<>();
    for (UUID source : done.before().keySet()) {
      UUID heir = done.heirs().get(source);
      for (UUID member : assignments.members(source)) {
        UUID to = done.assignments().getOrDefault(member, heir);
        if (to != null && !to.equals(source) && moves.size() < MOST_NAMED) {
          moves.add(new Rehearsal.Move(member, source, to));
        }
      }
    }
    return moves;
  }
}
