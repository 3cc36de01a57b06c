package org.jiceng.member.membership;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.kit.database.Database;
import org.jiceng.member.person.Persons;

/**
 * Gives every record the reference of its name, by which second records are found: those that were
 * there before names had one, or that came by transfer. Whoever is just being changed is left for
 * the next time.
 */
@ApplicationScoped
class NameIndexing {
  private static final Logger LOG = Logger.getLogger(NameIndexing.class);
  private static final int BATCH = 500;
  private static final UUID FIRST = new UUID(0, 0);

  private static final String UNNAMED =
      """
      select member_id, name from member
       where name_index is null and name is not null and member_id > ?
       order by member_id limit ? for no key update skip locked""";

  private static final String INDEX = "update member set name_index = ? where member_id = ?";

  private final Database database;
  private final Persons persons;

  NameIndexing(Database database, Persons persons) {
    this.database = database;
    this.persons = persons;
  }

  private record Unnamed(UUID id, byte[] name) {
    static Unnamed of(ResultSet row) throws SQLException {
      return new Unnamed(row.getObject(1, UUID.class), row.getBytes(2));
    }
  }

  @Scheduled(
      every = "${jiceng.names.index-every:1m}",
      delayed = "1m",
      identity = "index-names",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void indexAll() {
    UUID last = FIRST;
    while (last != null) {
      UUID after = last;
      last = QuarkusTransaction.requiringNew().call(() -> indexAfter(after));
    }
  }

  /** The reference of a new or changed name, at once. */
  void index(Member member) {
    String name = persons.openText(member.person.name());
    if (name != null) {
      database.change(INDEX, persons.indexesOfNames(List.of(name)).get(name), member.id);
    }
  }

  /** The next records after one; the last of them, or null when there was none. */
  private UUID indexAfter(UUID after) {
    List<Unnamed> unnamed = database.list(UNNAMED, Unnamed::of, after, BATCH);
    Map<UUID, String> names = new LinkedHashMap<>();
    unnamed.forEach(one -> name(one).ifPresent(name -> names.put(one.id, name)));
    Map<String, byte[]> indexes = persons.indexesOfNames(names.values());
    names.forEach((id, name) -> database.change(INDEX, indexes.get(name), id));
    return unnamed.isEmpty() ? null : unnamed.get(unnamed.size() - 1).id;
  }

  /** One name that cannot be read keeps no other waiting. */
  private Optional<String> name(Unnamed one) {
    try {
      return Optional.of(persons.openText(one.name));
    } catch (IllegalStateException e) {
      LOG.warnf("the name of member %s could not be indexed: %s", one.id, e.getMessage());
      return Optional.empty();
    }
  }
}
