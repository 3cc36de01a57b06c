package org.jiceng.kit.rotation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;

/** Where rotations are begun and keys are looked at. */
@ApplicationScoped
class RotationDesk {
  static final String RECORD = "key-rotation";

  private final AgroalDataSource dataSource;
  private final Rotations rotations;
  private final Passages passages;
  private final PersonalCipher cipher;
  private final BlindIndex index;
  private final Caller caller;
  private final Audit audit;

  RotationDesk(
      AgroalDataSource dataSource,
      Rotations rotations,
      Passages passages,
      PersonalCipher cipher,
      BlindIndex index,
      Caller caller,
      Audit audit) {
    this.dataSource = dataSource;
    this.rotations = rotations;
    this.passages = passages;
    this.cipher = cipher;
    this.index = index;
    this.caller = caller;
    this.audit = audit;
  }

  /** Begins a rotation to the current keys; 409 while one runs. */
  KeyRotation begin() {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    if (!rotations.begin(id, caller.subject(), passages.all())) {
      throw new Problem(RotationProblems.RUNNING);
    }
    audit.write("begin", RECORD, id);
    return require(id);
  }

  KeyRotation require(UUID id) {
    return rotations.find(id).orElseThrow(Problem::notFound);
  }

  PersonalKeys keys() {
    return new PersonalKeys(
        keys(cipher.keyIds(), passages.sealed()),
        keys(index.keyIds(), passages.indexed()),
        rotations.latest().orElse(null));
  }

  private List<PersonalKeys.Key> keys(List<String> configured, List<? extends Passage> tables) {
    Map<String, List<PersonalKeys.Use>> uses = uses(tables);
    return Stream.concat(configured.stream(), uses.keySet().stream())
        .distinct()
        .map(
            id ->
                new PersonalKeys.Key(
                    id,
                    configured.indexOf(id) == 0,
                    configured.contains(id),
                    uses.getOrDefault(id, List.of())))
        .toList();
  }

  private Map<String, List<PersonalKeys.Use>> uses(List<? extends Passage> tables) {
    Map<String, List<PersonalKeys.Use>> uses = new TreeMap<>();
    try (Connection connection = dataSource.getConnection()) {
      for (Passage table : tables) {
        table
            .uses(connection)
            .forEach(
                (id, rows) ->
                    uses.computeIfAbsent(id, key -> new ArrayList<>())
                        .add(new PersonalKeys.Use(table.name(), rows)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the keys in use could not be counted", e);
    }
    return uses;
  }
}
