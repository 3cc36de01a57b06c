package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.membership.MembershipProblems;
import org.jiceng.member.membership.Profile;
import org.jiceng.member.person.SealedPerson;

/** Letters as they are printed, and the codes by which one is known again. */
@ApplicationScoped
class Letters {
  private static final String PURPOSE = "transfer-letter";
  private static final int CODE_BYTES = 16;

  private static final String TO_PRINT =
      """
      select t.transfer_id, t.letter_number, t.issue, t.approved_on, t.valid_until,
             t.elsewhere, coalesce(t.issuer_id, t.source_id) as issuer_id,
             i.name as issuer_name, d.name as destination_name, m.*
        from transfer t
        join member m using (member_id)
        left join organization_node i on i.organization_id = coalesce(t.issuer_id, t.source_id)
        left join organization_node d on d.organization_id = t.destination_id
       where t.transfer_id = ?""";

  private static final String KEEP =
      """
      insert into letter_print (code, transfer_id, issue, issuer_id, issued_on, valid_until)
      values (?, ?, ?, ?, ?, ?)
      on conflict (code) do nothing""";

  private static final String BY_CODE =
      """
      select p.issued_on, p.valid_until, p.issue = t.issue as current, t.state,
             i.name as issuer_name
        from letter_print p
        join transfer t using (transfer_id)
        left join organization_node i on i.organization_id = p.issuer_id
       where p.code = ?""";

  private final Database database;
  private final BlindIndex digest;

  Letters(Database database, BlindIndex digest) {
    this.database = database;
    this.digest = digest;
  }

  /** A letter with both ends and its bearer. */
  record Printable(
      UUID transferId,
      Letter letter,
      int issue,
      UUID issuerId,
      String issuer,
      String destination,
      byte[] elsewhere,
      SealedPerson person,
      Profile profile,
      MembershipStatus status,
      LocalDate erasedOn) {

    /** Nobody is introduced of whom it is not known any more who they were (409). */
    void requireKnown() {
      if (person.isErased()) {
        throw new Problem(MembershipProblems.ERASED, erasedOn);
      }
    }

    static Printable of(ResultSet row) throws SQLException {
      return new Printable(
          row.getObject("transfer_id", UUID.class),
          new Letter(
              row.getString("letter_number"),
              row.getObject("approved_on", LocalDate.class),
              row.getObject("valid_until", LocalDate.class)),
          row.getInt("issue"),
          row.getObject("issuer_id", UUID.class),
          row.getString("issuer_name"),
          row.getString("destination_name"),
          row.getBytes("elsewhere"),
          SealedPerson.of(row),
          Profile.of(row),
          MembershipStatus.valueOf(row.getString("status")),
          row.getObject("erased_on", LocalDate.class));
    }
  }

  /** What became of a letter that is on paper. */
  record Printed(
      String issuer,
      LocalDate issuedOn,
      LocalDate validUntil,
      boolean current,
      TransferState state) {

    static Printed of(ResultSet row) throws SQLException {
      return new Printed(
          row.getString("issuer_name"),
          row.getObject("issued_on", LocalDate.class),
          row.getObject("valid_until", LocalDate.class),
          row.getBoolean("current"),
          TransferState.valueOf(row.getString("state")));
    }
  }

  Printable require(UUID transferId) {
    return database.first(TO_PRINT, Printable::of, transferId).orElseThrow(Problem::notFound);
  }

  /** The code of the letter as it was issued last; good from now on. */
  String keepCode(Printable printed) {
    String code = code(printed);
    database.change(
        KEEP,
        code,
        printed.transferId(),
        printed.issue(),
        printed.issuerId(),
        printed.letter().issuedOn(),
        printed.letter().validUntil());
    return code;
  }

  Optional<Printed> find(String code) {
    return database.first(BY_CODE, Printed::of, code);
  }

  private String code(Printable printed) {
    String what =
        String.join(
            "\n",
            PURPOSE,
            printed.transferId().toString(),
            printed.letter().number(),
            String.valueOf(printed.issue()));
    byte[] keyed = digest.of(what.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(keyed, CODE_BYTES));
  }
}
