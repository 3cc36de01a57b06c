package org.jiceng.registry.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Named;
import org.jiceng.registry.Tables;

/** The rules of data quality, which are data. */
@ApplicationScoped
class Rules {
  private static final String SELECT =
      """
      select code, title_zh, title_en, severity, parameters, enabled, since, version
        from quality_rule where true""";

  private final Tables tables;
  private final Named named;
  private final Preconditions preconditions;
  private final Audit audit;
  private final ObjectMapper json;

  Rules(Tables tables, Named named, Preconditions preconditions, Audit audit, ObjectMapper json) {
    this.tables = tables;
    this.named = named;
    this.preconditions = preconditions;
    this.audit = audit;
    this.json = json;
  }

  List<RuleView> all() {
    return tables.list(new Condition(SELECT), " order by code", this::view);
  }

  RuleView find(String code) {
    return one(code, "");
  }

  RuleView change(String code, RuleChange change) {
    named.requireWholeDistrict();
    RuleView rule = one(code, " for update");
    preconditions.requireVersion(rule.version());
    change.requireKnown(rule.parameters());
    Map<String, Integer> parameters = new TreeMap<>(rule.parameters());
    if (change.parameters() != null) {
      parameters.putAll(change.parameters());
    }
    tables.change(
        """
        update quality_rule set enabled = ?, parameters = ?::jsonb, version = version + 1
         where code = ?""",
        change.enabled() == null ? rule.enabled() : change.enabled(),
        written(parameters),
        code);
    audit.write("change", "quality-rule", code);
    return find(code);
  }

  private RuleView one(String code, String tail) {
    return tables.list(new Condition(SELECT).and("code = ?", code), tail, this::view).stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private RuleView view(ResultSet row) throws SQLException {
    return new RuleView(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        RuleView.Severity.valueOf(row.getString(4)),
        read(row.getString(5)),
        row.getBoolean(6),
        row.getObject(7, LocalDate.class),
        row.getLong(8));
  }

  private Map<String, Integer> read(String parameters) {
    try {
      return json.readValue(parameters, new TypeReference<TreeMap<String, Integer>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the parameters of a rule are no numbers by name", e);
    }
  }

  String written(Map<String, Integer> parameters) {
    try {
      return json.writeValueAsString(parameters);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
