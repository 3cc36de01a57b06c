package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.FindingClosed;
import org.jiceng.events.RegistryEvent.FindingOpened;

/** Findings of data quality: opened, closed, and opened again. */
final class Findings {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final Territory territory;
  private final List<Finding> findings = new ArrayList<>();

  private static final class Finding {
    final FindingOpened opened;
    LocalDate changed;
    boolean open = true;

    Finding(FindingOpened opened, LocalDate on) {
      this.opened = opened;
      this.changed = on;
    }
  }

  Findings(Chronicle chronicle, Line line, Territory territory) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
    this.territory = territory;
  }

  void happen() {
    if (findings.isEmpty() || dice.once(2)) {
      open();
      return;
    }
    Finding finding = dice.of(findings);
    finding.changed = chronicle.daySince(finding.changed);
    chronicle.tell(
        finding.open ? new FindingClosed(finding.opened.findingId()) : finding.opened,
        finding.changed);
    finding.open = !finding.open;
  }

  private void open() {
    LocalDate on = line.day();
    UUID whose = dice.once(3) ? null : line.any(on);
    String rule = dice.of("unit-without-area", "organization-without-secretary");
    FindingOpened opened = new FindingOpened(dice.id(), rule, whose, territory.anywhere(on));
    findings.add(new Finding(opened, on));
    chronicle.tell(opened, on);
  }
}
