package org.jiceng.kit.rotation;

import java.util.List;

/**
 * What of a service's tables is sealed or refers to what is. A column that is not named here would
 * stay under its old key, so each service has a test which compares with the columns there are.
 */
public interface SealedData {
  /** The tables with sealed columns. */
  List<SealedTable> tables();

  /** The columns with references. */
  List<IndexedColumn> indexes();
}
