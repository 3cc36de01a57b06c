package org.jiceng.activity.signup;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The lists of who wants to come. Whoever changes one holds its activity's row. */
@ApplicationScoped
class SignUps {
  private static final String ADD =
      """
      insert into sign_up (sign_up_id, activity_id, member_id, state, signed_up_at)
      select w.id, ?, w.member_id, case when w.nth <= ? then 'SIGNED_UP' else 'WAITING' end, ?
        from unnest(?::uuid[], ?::uuid[]) with ordinality as w (id, member_id, nth)
       order by w.nth
      returning *""";

  private static final String OF =
      """
      select * from sign_up
       where activity_id = ? and member_id = any (?) and state <> 'WITHDRAWN' order by number""";

  private static final String TAKEN =
      "select count(*) from sign_up where activity_id = ? and state = 'SIGNED_UP'";

  private static final String ONE =
      "select * from sign_up where activity_id = ? and sign_up_id = ? and state <> 'WITHDRAWN'";

  private static final String WITHDRAW =
      "update sign_up set state = 'WITHDRAWN' where sign_up_id = ?";

  private static final String MOVE_UP =
      """
      update sign_up set state = 'SIGNED_UP'
       where sign_up_id in (
         select sign_up_id from sign_up
          where activity_id = ? and state = 'WAITING' order by number limit ?)
      returning *""";

  private static final String PAGE =
      """
      select * from sign_up
       where activity_id = ? and state <> 'WITHDRAWN' and number > ? order by number limit ?""";

  private final Database database;

  SignUps(Database database) {
    this.database = database;
  }

  /** Those of these members who are on the list already. */
  List<SignUp> of(UUID activity, Collection<UUID> members) {
    return database.list(OF, SignUps::read, activity, members);
  }

  long taken(UUID activity) {
    return database.first(TAKEN, row -> row.getLong(1), activity).orElse(0L);
  }

  /** All of them in this order; the first so many have a place, the others wait. */
  List<SignUp> add(UUID activity, List<UUID> members, long places, Instant now) {
    List<UUID> ids =
        Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(members.size()).toList();
    return database.list(
        ADD, SignUps::read, activity, places, now.atOffset(ZoneOffset.UTC), ids, members);
  }

  /** One that has not been withdrawn. */
  Optional<SignUp> find(UUID activity, UUID id) {
    return database.first(ONE, SignUps::read, activity, id);
  }

  void withdraw(UUID id) {
    database.change(WITHDRAW, id);
  }

  /** Those who have waited longest take the places that are free. */
  List<SignUp> moveUp(UUID activity, long places) {
    return places > 0 ? database.list(MOVE_UP, SignUps::read, activity, places) : List.of();
  }

  /** In the order in which they signed up. */
  Page<SignUp> page(UUID activity, PageRequest page) {
    long after = page.cursor().map(cursor -> cursor.number(0)).orElse(0L);
    List<Numbered> found =
        database.list(
            PAGE,
            row -> new Numbered(row.getLong("number"), read(row)),
            activity,
            after,
            page.fetchSize());
    Page<Numbered> rows = page.page(found, one -> Cursor.of(one.number()));
    return new Page<>(rows.items().stream().map(Numbered::signUp).toList(), rows.nextCursor());
  }

  private record Numbered(long number, SignUp signUp) {}

  private static SignUp read(ResultSet row) throws SQLException {
    return new SignUp(
        row.getObject("sign_up_id", UUID.class),
        row.getObject("activity_id", UUID.class),
        row.getObject("member_id", UUID.class),
        SignUpState.valueOf(row.getString("state")),
        row.getObject("signed_up_at", OffsetDateTime.class).toInstant());
  }
}
