package org.jiceng.kit.rotation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.personal.PersonalCipher;

/**
 * Refuses to start without a key that some row still needs: whoever took it out of the
 * configuration hears it at once, and not the clerk who asks for that row.
 */
@ApplicationScoped
class MissingKeys {
  // A reference is lost when no digest of it is under a key that we know.
  private static final String LOST =
      """
      select b.key_id from blind_reference b
       where b.key_id <> all (?)
         and not exists (select from blind_reference c
                          where c.reference = b.reference and c.key_id = any (?))
       limit 1""";

  private final AgroalDataSource dataSource;
  private final Passages passages;
  private final PersonalCipher cipher;
  private final BlindIndex index;

  MissingKeys(
      AgroalDataSource dataSource, Passages passages, PersonalCipher cipher, BlindIndex index) {
    this.dataSource = dataSource;
    this.passages = passages;
    this.cipher = cipher;
    this.index = index;
  }

  void onStart(@Observes StartupEvent starting) {
    complaint(cipher.keyIds(), index.keyIds())
        .ifPresent(
            sentence -> {
              throw new ConfigurationException(sentence);
            });
  }

  /** What cannot be read or found with these keys, in one sentence; empty if everything can. */
  Optional<String> complaint(Collection<String> cipherKeys, Collection<String> indexKeys) {
    try (Connection connection = dataSource.getConnection()) {
      for (SealedRows table : passages.sealed()) {
        Optional<String> missing = table.needsBeyond(connection, cipherKeys);
        if (missing.isPresent()) {
          return Optional.of(
              "Jiceng does not start: rows of %s are encrypted under the key %s, which jiceng.personal.keys does not have."
                  .formatted(table.name(), missing.get()));
        }
      }
      return lost(connection, indexKeys)
          .map(
              "Jiceng does not start: persons can be found by the index key %s only, which jiceng.personal.index-key does not have."
                  ::formatted);
    } catch (SQLException e) {
      throw new IllegalStateException("the keys in use could not be looked up", e);
    }
  }

  private static Optional<String> lost(Connection connection, Collection<String> known)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOST)) {
      select.setArray(1, connection.createArrayOf("text", known.toArray()));
      select.setArray(2, connection.createArrayOf("text", known.toArray()));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }
}
