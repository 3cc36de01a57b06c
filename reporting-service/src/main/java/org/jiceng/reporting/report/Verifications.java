package org.jiceng.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.report.content.Difference;

/** The verifications on record. */
@ApplicationScoped
class Verifications {
  private static final String SELECT =
      """
      select v.id, v.report_id, v.identical, r.digest, v.derived_digest, v.differences, v.asked_by,
             v.asked_at, v.finished_at
        from report_verification v join report r on r.id = v.report_id
       where v.report_id = ?""";

  private final Database database;
  private final ObjectMapper json;

  Verifications(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  void insert(Verification verification) {
    database.change(
        """
        insert into report_verification
          (id, report_id, identical, derived_digest, differences, asked_by, asked_at, finished_at)
        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)""",
        verification.id(),
        verification.report(),
        verification.identical(),
        verification.derivedDigest(),
        write(verification.differences()),
        verification.askedBy(),
        verification.askedAt().atOffset(ZoneOffset.UTC),
        verification.finishedAt().atOffset(ZoneOffset.UTC));
  }

  /** The youngest first. */
  Page<Verification> page(UUID report, PageRequest page) {
    Conditions conditions =
        new Conditions(SELECT, report)
            .and("v.id < ?", page.cursor().map(c -> c.uuid(0)).orElse(null));
    return page.page(
        conditions.list(database, "v.id desc", page.fetchSize(), this::verification),
        verification -> Cursor.of(verification.id()));
  }

  private Verification verification(ResultSet row) throws SQLException {
    return new Verification(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getBoolean(3),
        row.getString(4),
        row.getString(5),
        read(row.getString(6)),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getObject(9, OffsetDateTime.class).toInstant());
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Difference> read(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
