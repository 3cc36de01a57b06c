package org.jiceng.kit.rotation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.personal.PersonalCipher;

/** The ways through everything of this service that is sealed or refers to what is. */
@ApplicationScoped
class Passages {
  private final List<SealedRows> sealed;
  private final List<IndexedRows> indexed;

  Passages(@All List<SealedData> declared, PersonalCipher cipher, BlindIndex index) {
    sealed =
        declared.stream()
            .flatMap(data -> data.tables().stream())
            .map(table -> new SealedRows(table, cipher))
            .toList();
    indexed =
        declared.stream()
            .flatMap(data -> data.indexes().stream())
            .map(column -> new IndexedRows(column, cipher, index))
            .toList();
  }

  List<SealedRows> sealed() {
    return sealed;
  }

  List<IndexedRows> indexed() {
    return indexed;
  }

  /** All of them, in the order in which they are gone. */
  List<Passage> all() {
    return Stream.<Passage>concat(indexed.stream(), sealed.stream()).toList();
  }

  Optional<Passage> find(String name) {
    return all().stream().filter(passage -> passage.name().equals(name)).findFirst();
  }
}
