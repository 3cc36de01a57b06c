package org.jiceng.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The reports on record. */
@ApplicationScoped
class Reports {
  private static final String COLUMNS =
      """
      r.id, r.template, r.area_code, r.period, r.version, r.as_of, r.digest, r.sealed_at,
      r.sealed_by, r.corrects""";
  private static final String INSERT =
      """
      insert into report (id, template, area_code, period, version, as_of, digest, sealed_at,
                          sealed_by, corrects, definition, content, positions, protected_below,
                          differences, causes)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb)""";

  private final Database database;
  private final ObjectMapper json;

  Reports(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  Optional<SealedReport> find(UUID id) {
    return database.first(
        "select " + COLUMNS + " from report r where r.id = ?", Reports::report, id);
  }

  Optional<Sealed> findSealed(UUID id) {
    return database.first(
        "select "
            + COLUMNS
            + ", r.definition, r.content, r.positions, r.protected_below from report r where r.id = ?",
        row ->
            new Sealed(
                report(row),
                row.getBytes(11),
                row.getBytes(12),
                read(row.getString(13), new TypeReference<>() {}),
                row.getInt(14)),
        id);
  }

  Optional<Correction> correction(UUID id) {
    return database.first(
        "select differences, causes from report where id = ?",
        row ->
            new Correction(
                read(row.getString(1), new TypeReference<>() {}),
                read(row.getString(2), new TypeReference<>() {})),
        id);
  }

  /** The newest version. */
  Optional<SealedReport> newest(String template, String area, String period) {
    return database.first(
        "select "
            + COLUMNS
            + """

             from report r where r.template = ? and r.area_code = ? and r.period = ?
             order by r.version desc limit 1""",
        Reports::report,
        template,
        area,
        period);
  }

  /** Holds a report, whether it is there or not yet, until the transaction ends. */
  void hold(String template, String area, String period) {
    database.first(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        row -> true,
        "report %s %s %s".formatted(template, area, period));
  }

  void insert(Sealed sealed, Correction correction) {
    SealedReport report = sealed.report();
    database.change(
        INSERT,
        report.id(),
        report.template(),
        report.area(),
        report.period(),
        report.version(),
        report.asOf(),
        report.digest(),
        report.sealedAt().atOffset(ZoneOffset.UTC),
        report.sealedBy(),
        report.corrects(),
        sealed.definition(),
        sealed.content(),
        write(sealed.positions()),
        sealed.protectedBelow(),
        write(correction.differences()),
        write(correction.causes()));
  }

  /** The areas of which there are reports. */
  List<String> areas() {
    return database.list("select distinct area_code from report", row -> row.getString(1));
  }

  /** The youngest first. */
  Page<SealedReport> page(ReportFilter filter, List<String> areas, PageRequest page) {
    Conditions conditions =
        new Conditions("select " + COLUMNS + " from report r where true")
            .and("r.area_code = any (string_to_array(?, ','))", String.join(",", areas))
            .and("r.template = ?", filter.template)
            .and("r.area_code = ?", filter.area)
            .and("r.period = ?", filter.period)
            .and("r.id < ?", page.cursor().map(c -> c.uuid(0)).orElse(null));
    return page.page(
        conditions.list(database, "r.id desc", page.fetchSize(), Reports::report),
        report -> Cursor.of(report.id()));
  }

  private static SealedReport report(ResultSet row) throws SQLException {
    return new SealedReport(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getObject(6, LocalDate.class),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getString(9),
        row.getObject(10, UUID.class));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
