package org.jiceng.stack.sample;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiceng.events.OrganizationType;

/**
 * The sample district at one scale: the same rows each time and everywhere. Areas and organisations
 * are kept in memory, everything else is made up while it is read.
 */
public final class SampleDistrict {
  private static final int ROWS_PER_FILE = 50_000;
  private static final int PROBES = 200;

  private final Scale scale;
  private final SamplePlan plan;
  private final Areas areas;
  private final Line line;

  public SampleDistrict(Scale scale) {
    this.scale = scale;
    this.plan = scale.plan();
    this.areas = new Areas(plan.territory());
    this.line = new Line(plan, areas);
  }

  public Scale scale() {
    return scale;
  }

  /** The import files of one kind, in order; each is made when it is asked for. */
  public Iterator<SampleFile> files(Dataset dataset) {
    return SampleFile.cut(dataset, rows(dataset), ROWS_PER_FILE);
  }

  /** The lines of one kind, without the header. */
  public Stream<String> rows(Dataset dataset) {
    return switch (dataset) {
      case AREAS -> areas.all().map(Area::toCsv);
      case ORGANIZATIONS -> line.all().map(Org::toCsv);
      case UNITS -> new Units(plan, areas, line).rows();
      case BUILDINGS -> new Buildings(plan, areas, line).rows();
      case STATIONS -> new Buildings(plan, areas, line).stationRows();
      case POSTS -> new Posts(plan, line).rows();
      case MEMBERS -> new Roster(plan, line).rows();
      case MOBILE_REGISTRATIONS -> new MobileMembers(plan, line).rows();
      case SITES -> new Sites(plan, line).rows();
      case BRANDS -> new Honours(plan, line).brandRows();
      case DEMONSTRATION_POINTS -> new Honours(plan, line).demonstrationPointRows();
    };
  }

  /** How many lines there are of one kind. */
  public long count(Dataset dataset) {
    return switch (dataset) {
      case UNITS -> plan.units().total();
      case MEMBERS -> plan.members().community() + plan.members().twoNew();
      default -> rows(dataset).count();
    };
  }

  /**
   * Members who are never kept, spread over the branches: a dry run with them succeeds once a
   * service knows the organisations.
   */
  SampleFile memberProbe() {
    People people = new People(Dice.of("probe"), 980_999, 90_000_000);
    return probe(Dataset.MEMBERS, o -> people.arrived(o.code(), SamplePlan.SURVEY_DAY, 40));
  }

  /** Brands that are never kept, spread over the branches. */
  SampleFile brandProbe() {
    return probe(
        Dataset.BRANDS, o -> Csv.line("PROBE-" + o.code(), "试行", o.code(), SamplePlan.SURVEY_DAY));
  }

  private SampleFile probe(Dataset dataset, java.util.function.Function<Org, String> row) {
    List<Org> branches = line.all().filter(o -> o.type() == OrganizationType.BRANCH).toList();
    List<String> lines =
        IntStream.range(0, branches.size())
            .filter(i -> Shares.evenly(i, branches.size(), Math.min(PROBES, branches.size())))
            .mapToObj(i -> row.apply(branches.get(i)))
            .toList();
    return SampleFile.of(dataset, 0, lines);
  }
}
