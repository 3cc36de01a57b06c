package org.jiceng.kit.rotation;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A column that holds references ({@link org.jiceng.kit.personal.References}) to what another
 * column of the row has sealed.
 *
 * @param key the id of the row, a UUID
 * @param reference the column with the reference
 * @param sealed the column with the value that it stands for
 * @param indexed what is made of the opened value before it is indexed
 * @param parts conditions that together hold for all rows, one for each index of the reference
 */
public record IndexedColumn(
    String table,
    String key,
    String reference,
    String sealed,
    UnaryOperator<String> indexed,
    List<String> parts) {

  String name() {
    return table + "." + reference;
  }
}
