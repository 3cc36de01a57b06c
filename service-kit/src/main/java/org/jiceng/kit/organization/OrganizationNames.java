package org.jiceng.kit.organization;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** What the organisations of the local copy are called, in the order of their codes. */
@ApplicationScoped
@IfBuildProperty(name = "jiceng.organization-names.enabled", stringValue = "true")
class OrganizationNames {
  private static final String SELECT =
      "select o.organization_id, o.code, o.name, o.type, o.state from organization_node o where true";

  private static final String FOUND =
      "o.state <> 'DISSOLVED' and (o.name like ? escape '!' or o.code in (?, ?))";

  private final Database database;
  private final Scopes scopes;

  OrganizationNames(Database database, Scopes scopes) {
    this.database = database;
    this.scopes = scopes;
  }

  Page<OrganizationView> page(List<UUID> ids, String q, boolean own, PageRequest request) {
    Conditions query = new Conditions(SELECT);
    if (!ids.isEmpty()) {
      query.and("o.organization_id = any (?)", ids);
    }
    if (q != null && !q.isBlank()) {
      query.and(FOUND, containing(q.strip()), q.strip(), q.strip().toUpperCase(Locale.ROOT));
    }
    if (own) {
      query.and("o.path <@ ?::ltree", scopes.pathPrefix().orElse(null));
    }
    request
        .cursor()
        .ifPresent(
            after ->
                query.and("(o.code, o.organization_id) > (?, ?)", after.key(0), after.uuid(1)));
    List<OrganizationView> found =
        query.list(
            database, "o.code, o.organization_id", request.fetchSize(), OrganizationView::of);
    return request.page(found, last -> Cursor.of(last.code(), last.id()));
  }

  /** What was typed is text, whatever it means to a pattern. */
  private static String containing(String text) {
    return "%" + text.replaceAll("[!%_]", "!$0") + "%";
  }
}
