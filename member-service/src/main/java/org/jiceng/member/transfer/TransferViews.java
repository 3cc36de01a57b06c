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
    String reason =
        offices.isOwn(transfer)
            ? persons.openText(transfer.reason)
            : persons.seenText(transfer.reason).orElse(null);
    return TransferView.of(transfer, reason);
  }
}
