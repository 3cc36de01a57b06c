package org.jiceng.kit.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.personal.PersonalCipher;

/** The subscriptions as they are kept; within the current transaction if there is one. */
@ApplicationScoped
class WebhookTable {
  private static final String SELECT =
      """
      select id, url, types, secret, state, created_by, created_at, closed_on, closed_reason, version,
             old_secret, old_secret_until
        from webhook
       where\s""";
  private static final String INSERT =
      """
      insert into webhook (id, url, types, secret, state, created_by, created_at, position)
      select ?, ?, ?, ?, ?, ?, ?, coalesce(?, placed) from outbox_relay""";
  private static final String UPDATE =
      """
      update webhook
         set url = ?, types = ?, state = ?, closed_on = ?, closed_reason = ?, version = ?,
             secret = ?, old_secret = ?, old_secret_until = ?, attempts = 0, next_attempt_at = null
       where id = ?""";

  private static final String GONE =
      """
      update webhook
         set state = 'CLOSED', closed_on = ?, closed_reason = 'GONE', last_failure = 'http-410',
             version = version + 1
       where id = ? and state <> 'CLOSED'""";

  private static final String FORGET =
      """
      update webhook set old_secret = null, old_secret_until = null
       where id = ? and old_secret_until <= ?""";

  private final AgroalDataSource dataSource;
  private final PersonalCipher cipher;

  WebhookTable(AgroalDataSource dataSource, PersonalCipher cipher) {
    this.dataSource = dataSource;
    this.cipher = cipher;
  }

  Optional<Webhook> find(UUID id) {
    return select("id = ?", id).stream().findFirst();
  }

  /** As {@link #find}, held against any other change. */
  Optional<Webhook> hold(UUID id) {
    return select("id = ? for update", id).stream().findFirst();
  }

  /** In the order of their registration. */
  List<Webhook> after(UUID id, int limit) {
    return select("id > ? order by id limit " + limit, id == null ? new UUID(0, 0) : id);
  }

  int countOpen() {
    return number("select count(*) from webhook where state <> 'CLOSED'").intValue();
  }

  /** Up to where events have positions. */
  long placed() {
    return number("select placed from outbox_relay");
  }

  /** Keeps a new subscription, to be served from after a position, or from now on. */
  void insert(Webhook webhook, Long after) {
    run(
        INSERT,
        (statement, connection) -> {
          statement.setObject(1, webhook.id());
          statement.setString(2, webhook.url());
          statement.setArray(3, connection.createArrayOf("text", webhook.types().toArray()));
          statement.setBytes(4, cipher.encrypt(webhook.secrets().present()));
          statement.setString(5, webhook.state().name());
          statement.setString(6, webhook.createdBy());
          statement.setObject(7, webhook.createdAt().atOffset(ZoneOffset.UTC));
          statement.setObject(8, after, java.sql.Types.BIGINT);
        });
  }

  /** What failed before is tried at once. */
  void update(Webhook webhook) {
    run(
        UPDATE,
        (statement, connection) -> {
          statement.setString(1, webhook.url());
          statement.setArray(2, connection.createArrayOf("text", webhook.types().toArray()));
          statement.setString(3, webhook.state().name());
          statement.setObject(4, webhook.closedOn());
          statement.setString(
              5, webhook.closedReason() == null ? null : webhook.closedReason().name());
          statement.setLong(6, webhook.version());
          Secrets secrets = webhook.secrets();
          statement.setBytes(7, cipher.encrypt(secrets.present()));
          statement.setBytes(8, secrets.former() == null ? null : cipher.encrypt(secrets.former()));
          statement.setObject(
              9, secrets.former() == null ? null : secrets.formerUntil().atOffset(ZoneOffset.UTC));
          statement.setObject(10, webhook.id());
        });
  }

  /** The receiver answered that it is no more. */
  void gone(UUID id, LocalDate on) {
    run(
        GONE,
        (statement, connection) -> {
          statement.setObject(1, on);
          statement.setObject(2, id);
        });
  }

  /** A former secret whose time is over is kept no longer. */
  void forgetFormerSecret(UUID id, Instant at) {
    run(
        FORGET,
        (statement, connection) -> {
          statement.setObject(1, id);
          statement.setObject(2, at.atOffset(ZoneOffset.UTC));
        });
  }

  /** Whether it is still sent events as it was read. */
  boolean isCurrent(Webhook webhook) {
    String sql =
        "select count(*) from webhook where id = '%s' and state = 'ACTIVE' and version = %d";
    return number(sql.formatted(webhook.id(), webhook.version())) > 0;
  }

  private interface Binding {
    void bind(PreparedStatement statement, Connection connection) throws SQLException;
  }

  private void run(String sql, Binding binding) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(statement, connection);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the webhook could not be kept", e);
    }
  }

  private List<Webhook> select(String condition, UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
      select.setObject(1, id);
      List<Webhook> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the webhooks could not be read", e);
    }
  }

  private Long number(String sql) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("the webhooks could not be read", e);
    }
  }

  private Secrets secrets(ResultSet row) throws SQLException {
    byte[] former = row.getBytes(11);
    return new Secrets(
        cipher.decrypt(row.getBytes(4)),
        former == null ? null : cipher.decrypt(former),
        former == null ? null : row.getObject(12, OffsetDateTime.class).toInstant());
  }

  private Webhook read(ResultSet row) throws SQLException {
    String reason = row.getString(9);
    return new Webhook(
        row.getObject(1, UUID.class),
        row.getString(2),
        List.of((String[]) row.getArray(3).getArray()),
        secrets(row),
        Webhook.State.valueOf(row.getString(5)),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getObject(8, LocalDate.class),
        reason == null ? null : Webhook.ClosedReason.valueOf(reason),
        row.getLong(10));
  }
}
