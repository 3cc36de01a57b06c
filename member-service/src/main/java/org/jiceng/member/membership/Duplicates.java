package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.person.Persons;

/**
 * Records with one name, sex and year of birth, but two ID numbers, where both are within the
 * caller's scope. Namesakes are among them: people judge.
 */
@ApplicationScoped
class Duplicates {
  private static final String PAIRS =
      """
      select a.member_id as first_id, b.member_id as second_id
        from member a
        join member b on b.name_index = a.name_index and b.birth_year = a.birth_year
                     and b.sex = a.sex and b.member_id > a.member_id
        join organization_node o on o.organization_id = a.organization_id
        join organization_node p on p.organization_id = b.organization_id
       where a.end_reason is distinct from 'ENTERED_IN_ERROR'
         and b.end_reason is distinct from 'ENTERED_IN_ERROR'
         and a.id_index <> b.id_index""";

  private static final String THOSE = "select * from member where member_id = any (?)";

  private final Database database;
  private final Persons persons;
  private final Scopes scopes;
  private final Audit audit;

  Duplicates(Database database, Persons persons, Scopes scopes, Audit audit) {
    this.database = database;
    this.persons = persons;
    this.scopes = scopes;
    this.audit = audit;
  }

  private record Pair(UUID first, UUID second) {
    static Pair of(ResultSet row) throws SQLException {
      return new Pair(
          row.getObject("first_id", UUID.class), row.getObject("second_id", UUID.class));
    }
  }

  Page<LikelyDuplicate> page(PageRequest request) {
    String scope = scopes.pathPrefix().orElse(null);
    Conditions query =
        new Conditions(PAIRS).and("o.path <@ ?::ltree", scope).and("p.path <@ ?::ltree", scope);
    request
        .cursor()
        .ifPresent(
            after ->
                query.and("(a.member_id, b.member_id) > (?, ?)", after.uuid(0), after.uuid(1)));
    List<Pair> found =
        query.list(database, "a.member_id, b.member_id", request.fetchSize(), Pair::of);
    Page<Pair> page = request.page(found, pair -> Cursor.of(pair.first, pair.second));
    return new Page<>(views(page.items()), page.nextCursor());
  }

  private List<LikelyDuplicate> views(List<Pair> pairs) {
    List<UUID> ids = pairs.stream().flatMap(p -> Stream.of(p.first, p.second)).distinct().toList();
    audit.read("member", ids);
    var views =
        database.list(THOSE, Members::member, ids).stream()
            .collect(Collectors.toMap(m -> m.id, m -> MemberView.of(m, persons.seen(m.person))));
    return pairs.stream()
        .map(pair -> new LikelyDuplicate(views.get(pair.first), views.get(pair.second)))
        .toList();
  }
}
