package org.jiceng.system;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiceng.kit.codes.IdNumber;

/** Synthetic people whom the sample does not know, each number another person. */
final class NewMembers {
  static final String HEADER =
      "idNumber,name,ethnicity,education,organizationCode,status,joinedOn,affiliatedOn";

  private static final LocalDate BORN = LocalDate.of(1950, 1, 1);

  private NewMembers() {}

  /** The request that admits the n-th of them, n below a million. */
  static Map<String, Object> of(String organizationId, int n) {
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("idNumber", idNumber(n));
    member.put("name", "系统测试");
    member.put("ethnicity", "01");
    member.put("education", "20");
    member.put("organizationId", organizationId);
    member.put("status", "FULL");
    member.put("joinedOn", "2001-07-01");
    member.put("affiliatedOn", "2026-01-01");
    return member;
  }

  /** The n-th of them as a line of a roster. */
  static String row(String organizationCode, int n) {
    return "%s,系统测试,01,20,%s,FULL,2001-07-01,2026-01-01".formatted(idNumber(n), organizationCode);
  }

  private static String idNumber(int n) {
    return IdNumber.of("990001", BORN.plusDays(n / 500), n % 500 * 2).value();
  }
}
