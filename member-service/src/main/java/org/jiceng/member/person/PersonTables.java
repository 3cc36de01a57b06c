package org.jiceng.member.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiceng.kit.rotation.IndexedColumn;
import org.jiceng.kit.rotation.SealedData;
import org.jiceng.kit.rotation.SealedTable;

/** Every column of this service that identifies a person or may. */
@ApplicationScoped
class PersonTables implements SealedData {
  private static final List<String> OPEN_AND_ENDED =
      List.of("t.ended_on is null", "t.ended_on is not null");

  @Override
  public List<SealedTable> tables() {
    return List.of(
        SealedTable.of("member", "member_id", "id_number", "name", "phone"),
        SealedTable.of("incoming_person", "transfer_id", "id_number", "name", "phone"),
        SealedTable.of(
            "mobile_registration",
            "registration_id",
            "id_number",
            "name",
            "phone",
            "home_description"),
        SealedTable.of("absence", "absence_id", "whereabouts"),
        SealedTable.of("transfer", "transfer_id", "reason", "elsewhere"),
        SealedTable.of("transfer_batch", "batch_id", "reason"),
        SealedTable.of("exchange_message", "message_id", "body"));
  }

  @Override
  public List<IndexedColumn> indexes() {
    return List.of(
        idNumber("member", "member_id", OPEN_AND_ENDED),
        idNumber("mobile_registration", "registration_id", OPEN_AND_ENDED),
        idNumber("incoming_person", "transfer_id", List.of("true")),
        new IndexedColumn(
            "member",
            "member_id",
            "name_index",
            "name",
            Persons::indexedName,
            List.of(
                "t.end_reason is distinct from 'ENTERED_IN_ERROR'",
                "t.end_reason = 'ENTERED_IN_ERROR'")));
  }

  private static IndexedColumn idNumber(String table, String key, List<String> parts) {
    return new IndexedColumn(table, key, "id_index", "id_number", Persons::indexedIdNumber, parts);
  }
}
