package org.jiceng.member.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiceng.events.TransferStep;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.membership.MembersAffiliated;
import org.jiceng.member.organization.Organizations;
import org.jiceng.member.person.Persons;

/**
 * Where members move by the hundred: every command is one transaction, with an event and a record
 * for each of them. A command that is given twice finds nothing left to do.
 */
@ApplicationScoped
class BatchDesk {
  private static final String RECORD = "transfer-batch";

  private final Batches batches;
  private final BatchSteps steps;
  private final Offices offices;
  private final Persons persons;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<MembersAffiliated> beginnings;

  BatchDesk(
      Batches batches,
      BatchSteps steps,
      Offices offices,
      Persons persons,
      Organizations organizations,
      Scopes scopes,
      Outbox outbox,
      Audit audit,
      BusinessClock clock,
      Event<MembersAffiliated> beginnings) {
    this.batches = batches;
    this.steps = steps;
    this.offices = offices;
    this.persons = persons;
    this.organizations = organizations;
    this.scopes = scopes;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.beginnings = beginnings;
  }

  BatchView request(NewBatch wanted) {
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    requireEnds(wanted);
    List<Batch.Candidate> candidates = candidates(wanted);
    List<UUID> going =
        candidates.stream()
            .filter(candidate -> candidate.obstacle(on) == null)
            .map(Batch.Candidate::memberId)
            .toList();
    Batch batch =
        new Batch(
            UuidCreator.getTimeOrderedEpoch(),
            wanted.sourceId(),
            wanted.destinationId(),
            on,
            persons.seal(wanted.reason()));
    batches.add(batch);
    List<UUID> ids = Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(going.size()).toList();
    List<Transfer> requested = steps.request(batch, ids, going, clock.today());
    Set<UUID> gone = requested.stream().map(one -> one.memberId).collect(Collectors.toSet());
    List<Batch.Skipped> skipped = skipped(wanted, candidates, gone, on);
    requireSomeone(wanted, gone, skipped);
    batches.skip(batch, skipped);
    tell(batch, requested, TransferStep.REQUESTED, on, "request");
    return view(batch);
  }

  BatchView one(UUID id) {
    Batch batch = batches.require(id);
    offices.requireSight(batch);
    audit.read(RECORD, id);
    return view(batch);
  }

  BatchView.Step approve(UUID id, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Batch batch = batches.require(id);
    offices.requireSource(batch);
    List<Transfer> approved = steps.approve(batch, on, clock.today());
    tell(batch, approved, TransferStep.APPROVED, on, "approve");
    return new BatchView.Step(approved.size(), view(batch));
  }

  BatchView.Step receive(UUID id, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Batch batch = batches.require(id);
    offices.requireDestination(batch);
    organizations.requireActive("destinationId", batch.destinationId());
    List<Transfer> received = steps.receive(batch, on, clock.today());
    List<UUID> members = received.stream().map(one -> one.memberId).toList();
    beginnings.fire(new MembersAffiliated(members, batch.destinationId(), on));
    tell(batch, received, TransferStep.COMPLETED, on, "receive");
    return new BatchView.Step(received.size(), view(batch));
  }

  private void requireEnds(NewBatch wanted) {
    scopes.requireWithin(wanted.sourceId());
    if (wanted.sourceId().equals(wanted.destinationId())) {
      throw new Problem(TransferProblems.TO_ITSELF).at("destinationId");
    }
    organizations.requireActive("sourceId", wanted.sourceId());
    organizations.requireActive("destinationId", wanted.destinationId());
  }

  private List<Batch.Candidate> candidates(NewBatch wanted) {
    Set<UUID> named = wanted.memberIds() == null ? null : new LinkedHashSet<>(wanted.memberIds());
    List<Batch.Candidate> found =
        batches.holdCandidates(wanted.sourceId(), named, NewBatch.MOST + 1);
    if (found.size() > NewBatch.MOST) {
      throw new Problem(TransferProblems.BATCH_TOO_LARGE, NewBatch.MOST).at("memberIds");
    }
    return found;
  }

  /** Whoever was named, or is there, and does not go. */
  private static List<Batch.Skipped> skipped(
      NewBatch wanted, List<Batch.Candidate> candidates, Set<UUID> gone, LocalDate on) {
    Map<UUID, Batch.SkipReason> skipped = new LinkedHashMap<>();
    if (wanted.memberIds() != null) {
      wanted.memberIds().forEach(member -> skipped.put(member, Batch.SkipReason.NOT_AT_SOURCE));
    }
    candidates.forEach(candidate -> skipped.put(candidate.memberId(), candidate.obstacle(on)));
    skipped.keySet().removeAll(gone);
    return skipped.entrySet().stream()
        .map(one -> new Batch.Skipped(one.getKey(), Batch.SkipReason.orInTransfer(one.getValue())))
        .toList();
  }

  private static void requireSomeone(NewBatch wanted, Set<UUID> gone, List<Batch.Skipped> skipped) {
    if (wanted.mode() == NewBatch.Mode.ALL_OR_NOTHING && !skipped.isEmpty()) {
      throw new Problem(TransferProblems.BATCH_NOT_WHOLE, skipped.size()).with("skipped", skipped);
    }
    if (gone.isEmpty()) {
      throw new Problem(TransferProblems.BATCH_EMPTY).with("skipped", skipped);
    }
  }

  private void tell(
      Batch batch, List<Transfer> advanced, TransferStep step, LocalDate on, String action) {
    outbox.appendAll(advanced.stream().map(transfer -> transfer.told(step)).toList(), on);
    audit.writeAll(action, "transfer", advanced.stream().map(transfer -> transfer.id).toList());
    audit.write(action, RECORD, batch.id());
  }

  private BatchView view(Batch batch) {
    return new BatchView(
        batch.id(),
        batch.sourceId(),
        batch.destinationId(),
        batch.requestedOn(),
        persons.seenText(batch.reason()).orElse(null),
        batches.counts(batch.id()),
        scopes.contains(batch.sourceId()) ? batches.skipped(batch.id()) : null);
  }
}
