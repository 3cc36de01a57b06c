package org.jiceng.kit.imports;

import java.util.List;
import java.util.Locale;
import org.jiceng.kit.codes.CodeList;

/**
 * A column of an import file.
 *
 * @param name what stands in the header line
 * @param required whether the header must have it and every row must fill it
 * @param maxLength how many characters a cell may have
 * @param aliases other headers that mean the same, the usual Chinese one first
 * @param list the codes that a cell may hold, by code or by name; null where there is no such list
 * @param date whether a cell holds a business date
 */
public record Column(
    String name,
    boolean required,
    int maxLength,
    List<String> aliases,
    CodeList list,
    boolean date) {
  private static final int ORDINARY = 200;

  /** A column that every row fills. */
  public static Column required(String name) {
    return required(name, ORDINARY);
  }

  /** A column that every row fills, with at most so many characters. */
  public static Column required(String name, int maxLength) {
    return new Column(name, true, maxLength, List.of(), null, false);
  }

  /** A column that may be missing or empty. */
  public static Column optional(String name) {
    return optional(name, ORDINARY);
  }

  /** A column that may be missing or empty, with at most so many characters. */
  public static Column optional(String name, int maxLength) {
    return new Column(name, false, maxLength, List.of(), null, false);
  }

  /** The same column, also known by these headers. */
  public Column also(String... otherHeaders) {
    return new Column(name, required, maxLength, List.of(otherHeaders), list, date);
  }

  /** The same column, holding codes of a list. */
  public Column of(CodeList codes) {
    return new Column(name, required, maxLength, aliases, codes, date);
  }

  /** The same column, holding business dates. */
  public Column dated() {
    return new Column(name, required, maxLength, aliases, list, true);
  }

  /** Its header for people who read that language. */
  String title(Locale language) {
    return isChinese(language) && !aliases.isEmpty() ? aliases.get(0) : name;
  }

  static boolean isChinese(Locale language) {
    return Locale.CHINESE.getLanguage().equals(language.getLanguage());
  }
}
