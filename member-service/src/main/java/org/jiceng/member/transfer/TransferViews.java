package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiceng.member.person.Persons;

/** Transfers as the caller may see them: offices and the member read the reason, nobody else. */
@ApplicationScoped
class TransferViews {
  private final Offices offices;
  private final Persons persons;

  TransferViews(Offices offices, Persons persons) {
    this.offices = offices;
    this.persons = persons;
  }

  TransferView of(Transfer transfer) {
    return TransferView.of(
        transfer, seen(transfer, transfer.reason), seen(transfer, transfer.elsewhere));
  }

  private String seen(Transfer transfer, byte[] sealed) {
    return offices.isOwn(transfer)
        ? persons.openText(sealed)
        : persons.seenText(sealed).orElse(null);
  }
}
