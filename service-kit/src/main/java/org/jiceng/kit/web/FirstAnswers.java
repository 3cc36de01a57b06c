package org.jiceng.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.outbox.WrittenPosition;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/** The first answers to POSTs, kept for replays. */
@ApplicationScoped
class FirstAnswers {
  /** One round trip; a first answer that commits between lock and look is met by the key. */
  private static final String LOCK_AND_FIND =
      """
      select locked, fingerprint, status, headers, body
        from (select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as locked) mine
        left join idempotency_key on caller = ? and key = ? and created_at > ?""";

  /** One that has outlived its time makes room. */
  private static final String KEEP =
      """
      insert into idempotency_key (caller, key, fingerprint, status, headers, body, created_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (caller, key) do update
        set fingerprint = excluded.fingerprint, status = excluded.status,
            headers = excluded.headers, body = excluded.body, created_at = excluded.created_at
        where idempotency_key.created_at <= ?""";

  private static final String FORGET =
      """
      delete from idempotency_key
       where (caller, key) in
             (select caller, key from idempotency_key where created_at <= ? limit 10000)""";

  private final AgroalDataSource dataSource;
  private final ObjectMapper json;
  private final PersonalCipher cipher;
  private final BusinessClock clock;
  private final WebConfig config;
  private final Outbox outbox;

  FirstAnswers(
      AgroalDataSource dataSource,
      ObjectMapper json,
      PersonalCipher cipher,
      BusinessClock clock,
      WebConfig config,
      Outbox outbox) {
    this.dataSource = dataSource;
    this.json = json;
    this.cipher = cipher;
    this.clock = clock;
    this.config = config;
    this.outbox = outbox;
  }

  /** The first answer if there is one; while it is still being found, a refusal (409). */
  Optional<FirstAnswer> find(String key, String caller) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LOCK_AND_FIND)) {
      select.setString(1, caller.length() + ":" + caller + key);
      select.setString(2, caller);
      select.setString(3, key);
      select.setObject(4, oldest());
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        if (rows.getBytes(2) != null) {
          return Optional.of(read(rows));
        }
        if (!rows.getBoolean(1)) {
          throw inProgress();
        }
        return Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the first answer could not be looked up", e);
    }
  }

  /** The answer as it will go out, once and again, with the position of its effect. */
  FirstAnswer of(Response response, byte[] fingerprint) {
    Map<String, String> headers = new LinkedHashMap<>();
    response.getStringHeaders().keySet().forEach(h -> headers.put(h, response.getHeaderString(h)));
    outbox.position().ifPresent(position -> headers.put(WrittenPosition.HEADER, position));
    if (response.hasEntity()) {
      headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
    return new FirstAnswer(fingerprint, response.getStatus(), headers, bytes(response.getEntity()));
  }

  /** Keeps an answer in the transaction of its effect. */
  void keep(String key, String caller, FirstAnswer answer) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(KEEP)) {
      insert.setString(1, caller);
      insert.setString(2, key);
      insert.setBytes(3, answer.fingerprint());
      insert.setInt(4, answer.status());
      insert.setObject(5, json.writeValueAsString(answer.headers()), Types.OTHER);
      insert.setBytes(6, cipher.encrypt(answer.body()));
      insert.setObject(7, OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC));
      insert.setObject(8, oldest());
      if (insert.executeUpdate() == 0) {
        throw inProgress(); // another has just answered; the next try will get its answer
      }
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("the first answer could not be kept", e);
    }
  }

  @Scheduled(every = "10m", delayed = "1m", identity = "forget-first-answers")
  void forgetTheOld() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET)) {
      int forgotten;
      do {
        delete.setObject(1, oldest());
        forgotten = delete.executeUpdate();
      } while (forgotten > 0);
    }
  }

  private FirstAnswer read(ResultSet rows) throws SQLException {
    try {
      Map<String, String> headers = json.readValue(rows.getString(4), new TypeReference<>() {});
      byte[] body = cipher.decryptBytes(rows.getBytes(5));
      return new FirstAnswer(rows.getBytes(2), rows.getInt(3), headers, body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the first answer could not be read", e);
    }
  }

  private byte[] bytes(Object entity) {
    if (entity == null || entity instanceof byte[]) {
      return (byte[]) entity;
    }
    try {
      return entity instanceof String text
          ? text.getBytes(StandardCharsets.UTF_8)
          : json.writeValueAsBytes(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the answer could not be written", e);
    }
  }

  private OffsetDateTime oldest() {
    return OffsetDateTime.ofInstant(clock.now().minus(config.replayFor()), ZoneOffset.UTC);
  }

  private static Problem inProgress() {
    return new Problem(CommonProblems.REQUEST_IN_PROGRESS).header("Retry-After", "1");
  }
}
