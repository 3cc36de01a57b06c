package org.jiceng.reporting.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.reporting.ledger.KeptSums;

/**
 * The sums of the organisations next below one: at the top, where sums are kept, each by itself;
 * further down all in one reading of the ledger.
 */
public final class LineSums {
  private static final String OF_BELOW =
      """
      select p.measure, l.sector, l.type, sum(p.amount),
             l.line[array_position(l.line, ?::uuid) - 1] as child
        from {lineage} l
        join {posting} p on p.organization_id = l.organization_id
       where l.line @> array[?::uuid] and l.organization_id <> ?::uuid
         and l.valid_from <= ? and l.valid_to > ?
         and p.effective_on <= ? and {known p}
       group by 5, 1, 2, 3\
      """;
  private static final String STOOD_ABOVE_KEPT_SUMS =
      "select bool_and(cardinality(line) < ?) from {lineage} where organization_id = ?";

  private final View view;
  private final UUID above;
  private final Collection<UUID> below;
  private final LocalDate boundaries;
  private final Sums sums;
  private final Map<Days, Map<UUID, Slice>> read = new HashMap<>();

  private record Days(LocalDate day, LocalDate placedOn) {}

  /**
   * @param above null above the topmost
   * @param below whose sums are asked for
   * @param boundaries the day whose boundaries hold; null for those of the day asked about
   */
  public LineSums(View view, UUID above, Collection<UUID> below, LocalDate boundaries) {
    this.view = view;
    this.above = above;
    this.below = below;
    this.boundaries = boundaries;
    this.sums = new Sums(view);
  }

  /** The question about one of those below; what each day needs is read once for all. */
  public Question question(UUID id, LocalDate asOf, LocalDate since) {
    return new Question(
        sums,
        Node.organization(id.toString()),
        asOf,
        since,
        boundaries,
        null,
        (day, placedOn) -> read.computeIfAbsent(new Days(day, placedOn), this::read).get(id));
  }

  private Map<UUID, Slice> read(Days days) {
    return boundaries != null || above == null || keepsSums() ? each(days) : together(days);
  }

  private boolean keepsSums() {
    return view.hasSums()
        && view.list(STOOD_ABOVE_KEPT_SUMS, row -> row.getBoolean(1), KeptSums.RANKS, above).get(0);
  }

  private Map<UUID, Slice> each(Days days) {
    Map<UUID, Slice> slices = new HashMap<>();
    for (UUID id : below) {
      Node node = Node.organization(id.toString());
      slices.put(id, sums.of(node, days.day(), days.placedOn(), boundaries));
    }
    return slices;
  }

  private Map<UUID, Slice> together(Days days) {
    LocalDate placed = days.placedOn() == null ? days.day() : days.placedOn();
    Map<UUID, List<Slice.Amount>> amounts = new HashMap<>();
    below.forEach(id -> amounts.put(id, new ArrayList<>()));
    view.list(
        OF_BELOW,
        row ->
            amounts
                .computeIfAbsent(row.getObject(5, UUID.class), id -> new ArrayList<>())
                .add(Sums.amount(row)),
        above,
        above,
        above,
        placed,
        placed,
        days.day());
    Map<UUID, Slice> slices = new HashMap<>();
    amounts.forEach((id, found) -> slices.put(id, new Slice(found)));
    return slices;
  }
}
