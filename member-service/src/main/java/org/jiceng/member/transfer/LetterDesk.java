package org.jiceng.member.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.YearMonth;
import java.util.UUID;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.codes.CodeList;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.kit.codes.IdNumber;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.letter.Bearer;
import org.jiceng.member.letter.LetterConfig;
import org.jiceng.member.letter.LetterContent;
import org.jiceng.member.letter.LetterPaper;
import org.jiceng.member.person.Persons;

/** Where letters are printed, and where anyone may ask whether one is genuine. */
@ApplicationScoped
class LetterDesk {
  private final Transfers transfers;
  private final Letters letters;
  private final LetterPaper paper;
  private final LetterConfig config;
  private final Offices offices;
  private final Persons persons;
  private final Audit audit;
  private final BusinessClock clock;

  LetterDesk(
      Transfers transfers,
      Letters letters,
      LetterPaper paper,
      LetterConfig config,
      Offices offices,
      Persons persons,
      Audit audit,
      BusinessClock clock) {
    this.transfers = transfers;
    this.letters = letters;
    this.paper = paper;
    this.config = config;
    this.offices = offices;
    this.persons = persons;
    this.audit = audit;
    this.clock = clock;
  }

  /** A letter on paper. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
  record Print(String number, byte[] pdf) {}

  Print print(UUID id, URI here) {
    Transfer transfer = transfers.require(id);
    offices.requireSight(transfer);
    transfer.requirePrintable();
    audit.read("transfer", id);
    Letters.Printable printable = letters.require(id);
    printable.requireKnown();
    String code =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  audit.write("print", "transfer", id);
                  return letters.keepCode(printable);
                });
    boolean clear = offices.isOwn(transfer) || persons.seesPersons();
    LetterContent content = content(printable, clear, address(code, here));
    return new Print(content.number(), paper.print(content));
  }

  LetterCheck check(String code) {
    return letters
        .find(code)
        .map(printed -> LetterCheck.of(printed, clock.today()))
        .orElse(LetterCheck.UNKNOWN);
  }

  private LetterContent content(Letters.Printable printable, boolean clear, String url) {
    return new LetterContent(
        printable.letter().number(),
        printable.issuer(),
        clear && printable.destination() == null
            ? persons.openText(printable.elsewhere())
            : printable.destination(),
        clear ? bearer(printable) : Bearer.HIDDEN,
        printable.status() == MembershipStatus.PROBATIONARY,
        printable.letter().issuedOn(),
        printable.letter().validUntil(),
        url);
  }

  private Bearer bearer(Letters.Printable printable) {
    Persons.Seen seen = persons.inTheClear(printable.person());
    return new Bearer(
        seen.name(),
        word(CodeLists.SEX, printable.profile().sex()),
        word(CodeLists.ETHNICITY, printable.profile().ethnicity()),
        seen.idNumber() == null ? null : YearMonth.from(new IdNumber(seen.idNumber()).birthDate()));
  }

  /** What the code is called; a sex without the suffix, as people write it. */
  private static String word(CodeList list, String code) {
    return list.meant(code).map(item -> item.zh().replaceFirst("性$", "")).orElse(null);
  }

  private String address(String code, URI here) {
    URI base = config.publicUrl().map(URI::create).orElse(here);
    return base.resolve("/api/v1/letters/" + code).toString();
  }
}
