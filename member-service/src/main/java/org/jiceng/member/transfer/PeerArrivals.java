package org.jiceng.member.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.MemberEvent.TransferEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.membership.Arrivals;
import org.jiceng.member.membership.Profile;
import org.jiceng.member.organization.Organizations;
import org.jiceng.member.person.PersonForm;
import org.jiceng.member.person.Persons;

/** The destination's end of a transfer that another district has offered. */
@ApplicationScoped
public class PeerArrivals {
  private final Transfers transfers;
  private final IncomingPersons newcomers;
  private final Crossings crossings;
  private final Arrivals arrivals;
  private final Persons persons;
  private final Organizations organizations;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  PeerArrivals(
      Transfers transfers,
      IncomingPersons newcomers,
      Crossings crossings,
      Arrivals arrivals,
      Persons persons,
      Organizations organizations,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.transfers = transfers;
    this.newcomers = newcomers;
    this.crossings = crossings;
    this.arrivals = arrivals;
    this.persons = persons;
    this.organizations = organizations;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Puts someone on the work list of the organisation that is to receive. */
  public UUID announce(String peer, int letter, UUID destinationId, Traveller traveller) {
    LocalDate today = clock.today();
    organizations.requireActive("destinationCode", destinationId);
    IncomingPerson person = person(traveller);
    arrivals.requireNoMember(person.person());
    Transfer transfer =
        Transfer.in(
            UuidCreator.getTimeOrderedEpoch(),
            UuidCreator.getTimeOrderedEpoch(),
            destinationId,
            traveller.letter(),
            today);
    transfer.peer = peer;
    transfer.issue = letter;
    transfer.elsewhere = persons.seal(traveller.from());
    TransferEvent announced = transfer.announce(today);
    transfers.add(transfer);
    newcomers.add(transfer.id, person);
    tell(transfer, announced, today, "announce");
    return transfer.id;
  }

  /** Whether it still waits for someone here. */
  public boolean isOpen(UUID transferId) {
    return transfers.hold(transferId).state.isOpen();
  }

  /** The other district has issued another letter for someone who is on the work list. */
  public void renew(UUID transferId, int letter, Traveller traveller) {
    Transfer transfer = transfers.hold(transferId);
    TransferEvent renewed = transfer.renew(traveller.letter(), letter, clock.today());
    transfer.letter.requireGood(clock.today());
    transfers.keepRenewal(transfer);
    newcomers.replace(transferId, person(traveller));
    tell(transfer, renewed, transfer.lastFact(), "renew");
  }

  /** The other district offers the member no longer. */
  public void withdraw(UUID transferId, String reasonCode) {
    Transfer transfer = transfers.hold(transferId);
    TransferEvent withdrawn = transfer.withdrawnElsewhere(reasonCode, clock.today());
    transfers.keep(transfer);
    tell(transfer, withdrawn, transfer.lastFact(), "withdraw");
  }

  /** The letter that was answered is not the latest; the latest is on its way. */
  public void awaitNewerLetter(UUID transferId) {
    Transfer transfer = transfers.hold(transferId);
    transfer.askNoLonger();
    transfers.keep(transfer);
    audit.write("await-letter", "transfer", transferId);
  }

  /** The other district has released the member, who is one here from that day on. */
  public void admit(UUID transferId, LocalDate on) {
    crossings.arriveReleased(transfers.hold(transferId), on);
  }

  /** The other district knows that the member has arrived. */
  public void acknowledge(UUID transferId) {
    Transfer transfer = transfers.hold(transferId);
    TransferEvent acknowledged = transfer.acknowledge(transfer.closedOn);
    transfers.keep(transfer);
    tell(transfer, acknowledged, transfer.lastFact(), "acknowledge");
  }

  private IncomingPerson person(Traveller traveller) {
    PersonForm.requireBorn(traveller.person(), clock.today());
    if (traveller.joinedOn().isAfter(traveller.issuedOn())) {
      throw Problem.violation("joinedOn", "joined-after-letter");
    }
    Profile profile =
        Profile.of(traveller.person().idNumber(), traveller.ethnicity(), traveller.education());
    return new IncomingPerson(
        persons.seal(traveller.person()), profile, traveller.status(), traveller.joinedOn());
  }

  private void tell(Transfer transfer, TransferEvent event, LocalDate on, String action) {
    outbox.append(event, on);
    audit.write(action, "transfer", transfer.id);
  }
}
