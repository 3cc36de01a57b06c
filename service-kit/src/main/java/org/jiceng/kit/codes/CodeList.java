package org.jiceng.kit.codes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One list of codes with their names in Chinese and English. */
public final class CodeList {
  /** A code and what it is called. */
  public record Item(String code, String zh, String en) {}

  private final String name;
  private final String standard;
  private final String zh;
  private final String en;
  private final List<Item> items;
  private final Map<String, Item> found = new HashMap<>();

  CodeList(String name, String standard, String zh, String en, List<Item> items) {
    this.name = name;
    this.standard = standard;
    this.zh = zh;
    this.en = en;
    this.items = List.copyOf(items);
    for (Item item : items) {
      found.putIfAbsent(item.zh(), item);
      found.putIfAbsent(item.en(), item);
      // People write 汉 for 汉族 and 男 for 男性.
      found.putIfAbsent(item.zh().replaceFirst("[族性]$", ""), item);
    }
    items.forEach(item -> found.put(item.code(), item));
  }

  /** What the list is asked for by, for example {@code ethnicity}. */
  public String name() {
    return name;
  }

  /** The standard it follows; {@code Jiceng} for our own. */
  public String standard() {
    return standard;
  }

  /** What the list is about, in Chinese. */
  public String zh() {
    return zh;
  }

  /** What the list is about, in English. */
  public String en() {
    return en;
  }

  /** The codes in their order. */
  public List<Item> items() {
    return items;
  }

  /** Whether it has the code. */
  public boolean contains(String code) {
    Item item = found.get(code);
    return item != null && item.code().equals(code);
  }

  /** The item that a person means by a code or by one of its two names. */
  public Optional<Item> meant(String codeOrName) {
    return Optional.ofNullable(found.get(codeOrName));
  }
}
