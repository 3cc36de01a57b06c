package org.jiceng.member.person;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A person as the tables keep one: a reference to the ID number, the same for all records of the
 * person, and ciphertexts.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only stored
public record SealedPerson(byte[] idIndex, byte[] idNumber, byte[] name, byte[] phone) {
  /** Who was erased: nobody can be found by it, and nothing is in it. */
  public static final SealedPerson ERASED = new SealedPerson(null, null, null, null);

  /** Whether it is not known any more who it was. */
  public boolean isErased() {
    return idNumber == null;
  }

  /** Out of the columns id_index, id_number, name, phone. */
  public static SealedPerson of(ResultSet row) throws SQLException {
    return new SealedPerson(
        row.getBytes("id_index"),
        row.getBytes("id_number"),
        row.getBytes("name"),
        row.getBytes("phone"));
  }
}
