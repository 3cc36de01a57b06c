package org.jiceng.stack.issuer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ready users of the issuer, one for each role; user name, subject and role are the same word.
 *
 * @param name as in a token's {@code groups}
 * @param chinese what the login page calls it
 * @param english what the login page calls it
 */
public record Role(String name, String chinese, String english) {
  public static final List<Role> ALL =
      List.of(
          new Role("district-admin", "区管理员", "District administrator"),
          new Role("registrar", "登记员", "Registrar"),
          new Role("secretary", "书记", "Secretary"),
          new Role("site-manager", "阵地管理员", "Site manager"),
          new Role("member", "党员", "Member"),
          new Role("reporter", "统计员", "Reporter"),
          new Role("auditor", "审计员", "Auditor"),
          new Role("system", "系统对接", "Machine"));

  public static Optional<Role> named(String name) {
    return ALL.stream().filter(role -> role.name().equals(name)).findFirst();
  }

  /** All names, for a sentence that lists them. */
  public static String names() {
    return ALL.stream().map(Role::name).collect(Collectors.joining(", "));
  }
}
