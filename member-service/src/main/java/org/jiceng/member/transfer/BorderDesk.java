package org.jiceng.member.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import org.jiceng.events.MemberEvent.TransferEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.membership.Arrivals;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.Members;
import org.jiceng.member.membership.Profile;
import org.jiceng.member.organization.Organizations;
import org.jiceng.member.person.Person;
import org.jiceng.member.person.PersonForm;
import org.jiceng.member.person.Persons;
import org.jiceng.member.person.SealedPerson;

/**
 * Where transfers out of the district and into it begin; they go on at the {@link TransferDesk}.
 */
@ApplicationScoped
public class BorderDesk {
  private final Transfers transfers;
  private final IncomingPersons newcomers;
  private final TransferViews views;
  private final Persons persons;
  private final Members members;
  private final Arrivals arrivals;
  private final Offices offices;
  private final Organizations organizations;
  private final TransferPolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<PeerDeparture> departures;

  BorderDesk(
      Transfers transfers,
      IncomingPersons newcomers,
      TransferViews views,
      Persons persons,
      Members members,
      Arrivals arrivals,
      Offices offices,
      Organizations organizations,
      TransferPolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock,
      Event<PeerDeparture> departures) {
    this.transfers = transfers;
    this.newcomers = newcomers;
    this.views = views;
    this.persons = persons;
    this.members = members;
    this.arrivals = arrivals;
    this.offices = offices;
    this.organizations = organizations;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.departures = departures;
  }

  TransferView depart(NewDeparture wanted) {
    wanted.requirePeerAndCodeTogether();
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    Member member = members.hold(wanted.memberId());
    Transfer transfer = Transfer.out(UuidCreator.getTimeOrderedEpoch(), member, on);
    transfer.reason = persons.seal(wanted.reason());
    transfer.elsewhere = persons.seal(wanted.elsewhere());
    transfer.peer = wanted.peer();
    offices.requireEither(transfer);
    TransferEvent requested = transfer.request(member, clock.today(), policy);
    organizations.requireActive("memberId", transfer.sourceId);
    transfers.add(transfer);
    if (transfer.peer != null) {
      departures.fire(new PeerDeparture(transfer.id, transfer.peer, wanted.destinationCode()));
    }
    return tell(requested, transfer, on, "request");
  }

  TransferView announce(NewArrival wanted) {
    LocalDate today = clock.today();
    Person person = PersonForm.of(wanted.idNumber(), wanted.name(), wanted.phone());
    PersonForm.requireBorn(person, today);
    organizations.requireActing(wanted.destinationId(), "destinationId");
    Letter letter = letter(wanted, today);
    Profile profile = Profile.of(person.idNumber(), wanted.ethnicity(), wanted.education());
    SealedPerson sealed = persons.seal(person);
    arrivals.requireNoMember(sealed);
    Transfer transfer =
        Transfer.in(
            UuidCreator.getTimeOrderedEpoch(),
            UuidCreator.getTimeOrderedEpoch(),
            wanted.destinationId(),
            letter,
            today);
    transfer.elsewhere = persons.seal(wanted.elsewhere());
    TransferEvent announced = transfer.announce(today);
    transfers.add(transfer);
    newcomers.add(
        transfer.id, new IncomingPerson(sealed, profile, wanted.status(), wanted.joinedOn()));
    return tell(announced, transfer, today, "announce");
  }

  private static Letter letter(NewArrival wanted, LocalDate today) {
    if (wanted.issuedOn().isAfter(today)) {
      throw Problem.violation("issuedOn", "in-the-future");
    }
    if (wanted.joinedOn().isAfter(wanted.issuedOn())) {
      throw Problem.violation("joinedOn", "joined-after-letter");
    }
    if (wanted.validUntil().isBefore(wanted.issuedOn())) {
      throw Problem.violation("validUntil", "valid-before-issue");
    }
    return new Letter(wanted.letterNumber(), wanted.issuedOn(), wanted.validUntil());
  }

  private TransferView tell(TransferEvent event, Transfer transfer, LocalDate on, String action) {
    outbox.append(event, on);
    audit.write(action, "transfer", transfer.id);
    return views.of(transfer);
  }
}
