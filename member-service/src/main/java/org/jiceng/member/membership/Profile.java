package org.jiceng.member.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jiceng.kit.codes.CodeList;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.kit.codes.IdNumber;
import org.jiceng.kit.problem.Problem;

/**
 * The coded attributes that figures need: codes of GB/T 2261.1, 3304 and 4658, and the year of
 * birth.
 */
public record Profile(String sex, String ethnicity, String education, int birthYear) {
  /** Sex and year of birth come from the ID number; an unknown code is refused (422). */
  public static Profile of(IdNumber idNumber, String ethnicity, String education) {
    requireListed(CodeLists.ETHNICITY, ethnicity, "ethnicity");
    requireListed(CodeLists.EDUCATION, education, "education");
    return new Profile(idNumber.sex(), ethnicity, education, idNumber.birthDate().getYear());
  }

  /** Out of the columns sex, ethnicity, education, birth_year. */
  public static Profile of(ResultSet row) throws SQLException {
    return new Profile(
        row.getString("sex"),
        row.getString("ethnicity"),
        row.getString("education"),
        row.getInt("birth_year"));
  }

  private static void requireListed(CodeList list, String code, String field) {
    if (!list.contains(code)) {
      throw Problem.violation(field, "not-in-list", list.name(), list.standard());
    }
  }
}
