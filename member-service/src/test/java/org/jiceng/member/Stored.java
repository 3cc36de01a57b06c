package org.jiceng.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a test finds in the member service's tables behind the answers. */
@ApplicationScoped
public class Stored {
  private static final List<String> TABLES =
      List.of(
          "member",
          "affiliation",
          "suspension",
          "workplace",
          "correction",
          "transfer",
          "transfer_batch",
          "transfer_batch_skip",
          "letter_print",
          "incoming_person",
          "mobile_registration",
          "absence",
          "absence_contact",
          "assignment",
          "exchange_departure",
          "exchange_handover",
          "exchange_message",
          "exchange_reply");

  private final District district;

  Stored(District district) {
    this.district = district;
  }

  /** A digest of every table, and how many events have been told. */
  public Map<String, String> everything() {
    Map<String, String> found = new LinkedHashMap<>();
    for (String table : TABLES) {
      found.put(
          table,
          district.text(
              "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %s t"
                  .formatted(table)));
    }
    found.put("outbox", district.text("select count(*)::text from outbox"));
    return found;
  }
}
