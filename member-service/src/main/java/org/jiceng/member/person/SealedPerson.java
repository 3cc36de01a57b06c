package org.jiceng.member.person;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A person as the tables keep one: a reference to the ID number, the same for all records of the
 * person, and ciphertexts.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only stored
public record SealedPerson(byte[] idIndex, byte[] idNumber, byte[] name, byte[] phone) {
  /** Out of the columns id_index, id_number, name, phone. */
  public static SealedPerson of(ResultSet row) throws SQLException {
    return new SealedPerson(
        row.getBytes("id_index"),
        row.getBytes("id_number"),
        row.getBytes("name"),
        row.getBytes("phone"));
  }
}
