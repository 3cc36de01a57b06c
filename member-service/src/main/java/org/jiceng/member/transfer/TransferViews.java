package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.person.Persons;
import org.jiceng.member.person.SealedPerson;

/**
 * Transfers as the caller may see them: offices and the member read the name and the reason, nobody
 * else; and a destination learns where a member comes from when the source has approved, not by
 * asking.
 */
@ApplicationScoped
class TransferViews {
  private final Offices offices;
  private final TransferNames names;
  private final Persons persons;
  private final BusinessClock clock;

  TransferViews(Offices offices, TransferNames names, Persons persons, BusinessClock clock) {
    this.offices = offices;
    this.names = names;
    this.persons = persons;
    this.clock = clock;
  }

  TransferView of(Transfer transfer) {
    return of(List.of(transfer)).get(0);
  }

  List<TransferView> of(List<Transfer> transfers) {
    Set<UUID> discreet =
        transfers.stream()
            .filter(Transfer::isDiscreet)
            .filter(transfer -> !offices.isOwn(transfer))
            .map(transfer -> transfer.sourceId)
            .collect(Collectors.toSet());
    Set<UUID> own = offices.held(discreet);
    LocalDate today = clock.today();
    Map<UUID, SealedPerson> sealed = names.of(transfers.stream().map(t -> t.id).toList());
    return transfers.stream()
        .map(transfer -> view(transfer, own, sealed.get(transfer.id), today))
        .toList();
  }

  private TransferView view(
      Transfer transfer, Set<UUID> own, SealedPerson person, LocalDate today) {
    boolean hidden =
        transfer.isDiscreet() && !offices.isOwn(transfer) && !own.contains(transfer.sourceId);
    return TransferView.of(
        transfer,
        hidden,
        hidden || person == null ? null : name(transfer, person),
        seen(transfer, transfer.reason),
        seen(transfer, transfer.elsewhere),
        today);
  }

  private String name(Transfer transfer, SealedPerson person) {
    return (offices.isOwn(transfer) ? persons.inTheClear(person) : persons.seen(person)).name();
  }

  private String seen(Transfer transfer, byte[] sealed) {
    return offices.isOwn(transfer)
        ? persons.openText(sealed)
        : persons.seenText(sealed).orElse(null);
  }
}
