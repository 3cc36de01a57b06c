package org.jiceng.kit.rotation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * How far a rotation has come with one table. It passes through the table until a pass has found
 * nothing to do: rows that others were changing are left for the next pass.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only kept
record RotationStep(
    UUID rotationId,
    int no,
    String table,
    String[] position,
    long rowsChanged,
    long passChanged,
    long rowsFailed,
    boolean finished) {

  static RotationStep of(ResultSet row) throws SQLException {
    Array position = row.getArray("position");
    return new RotationStep(
        row.getObject("rotation_id", UUID.class),
        row.getInt("no"),
        row.getString("table_name"),
        position == null ? null : (String[]) position.getArray(),
        row.getLong("rows_changed"),
        row.getLong("pass_changed"),
        row.getLong("rows_failed"),
        row.getObject("finished_at") != null);
  }

  /** After one more batch of the pass. */
  RotationStep after(Passage.Batch batch) {
    return new RotationStep(
        rotationId,
        no,
        table,
        batch.last(),
        rowsChanged + batch.changed(),
        passChanged + batch.changed(),
        rowsFailed + batch.failed(),
        false);
  }

  /** Once more from the beginning. */
  RotationStep again() {
    return new RotationStep(rotationId, no, table, null, rowsChanged, 0, 0, false);
  }

  /** Nothing is left that could be done. */
  RotationStep done() {
    return new RotationStep(
        rotationId, no, table, position, rowsChanged, passChanged, rowsFailed, true);
  }
}
