package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.List;
import org.jiceng.events.RecordedEvent;

/**
 * A made-up history of a small district: about twelve years of everything that the three services
 * tell, in the order in which they told it. Much of it is told late, and some of it was wrong. The
 * same seed makes the same history, to the byte.
 */
public final class History {
  /** How many things happen in a history of the usual length. */
  public static final int USUAL = 420;

  private final Chronicle chronicle;
  private final Territory territory;

  public History(long seed) {
    this(seed, USUAL);
  }

  /** A longer or shorter one. */
  public History(long seed, int steps) {
    Dice dice = new Dice(seed);
    chronicle = new Chronicle(dice, Territory.BEGINNING.plusDays(dice.below(300)));
    territory = new Territory(chronicle);
    happen(steps);
  }

  private void happen(int steps) {
    Line line = new Line(chronicle, territory);
    for (int first = 0; first < 8; first++) {
      chronicle.pass(chronicle.dice.below(20));
      line.establish();
    }
    Sites sites = new Sites(chronicle, line, territory);
    Activities activities = new Activities(chronicle, line);
    Members members = new Members(chronicle, line);
    Buildings buildings = new Buildings(chronicle, line, territory);
    List<Runnable> lives =
        List.of(
            line::happen,
            line::happen,
            territory::happen,
            members::happen,
            members::happen,
            members::happen,
            new Mobiles(chronicle, line)::happen,
            new Units(chronicle, line, territory)::happen,
            buildings::happen,
            buildings::happen,
            new Posts(chronicle, line)::happen,
            new Findings(chronicle, line, territory)::happen,
            new Honours(chronicle, line, territory)::happen,
            sites::happen,
            new Bookings(chronicle, line, sites)::happen,
            activities::happen,
            new Cadences(chronicle, line)::happen,
            new Costs(chronicle, activities, sites, territory)::happen);
    for (int step = 0; step < steps; step++) {
      chronicle.pass(chronicle.dice.of(0, 0, 1, 2, 9, 45));
      chronicle.dice.of(lives).run();
    }
    new Tallies(chronicle).tell();
  }

  /** What was told, in the order in which it was recorded. */
  public List<RecordedEvent> events() {
    return chronicle.events();
  }

  /** The district's area code. */
  public String district() {
    return territory.district();
  }

  /** The first day of which anything is told. */
  public LocalDate beginning() {
    return Territory.BEGINNING;
  }

  /** The day on which the last of it was told. */
  public LocalDate end() {
    return chronicle.today();
  }
}
