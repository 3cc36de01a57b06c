package org.jiceng.kit.codes;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every code list there is: those of the standards and those of our enums. They are data, {@code
 * codes/lists.csv} and one {@code codes/<name>.csv} for each; a service may add its own under the
 * index {@code codes/lists-service.csv}. A list of an enum is named as the class, in kebab case.
 */
public final class CodeLists {
  private static final Map<String, CodeList> LISTS = read();

  /** GB/T 2261.1. */
  public static final CodeList SEX = LISTS.get("sex");

  /** GB/T 3304. */
  public static final CodeList ETHNICITY = LISTS.get("ethnicity");

  /** GB/T 4658. */
  public static final CodeList EDUCATION = LISTS.get("education");

  private CodeLists() {}

  /** The list of that name. */
  public static Optional<CodeList> find(String name) {
    return Optional.ofNullable(LISTS.get(name));
  }

  /** The list of an enum's constants, if there is one. */
  public static Optional<CodeList> of(Class<? extends Enum<?>> type) {
    return find(
        type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT));
  }

  /** All of them, by name. */
  public static Collection<CodeList> all() {
    return LISTS.values();
  }

  private static Map<String, CodeList> read() {
    Map<String, CodeList> lists = new TreeMap<>();
    for (String index : List.of("codes/lists.csv", "codes/lists-service.csv")) {
      for (NamedCsvRecord list : records(index)) {
        String name = list.getField("name");
        List<CodeList.Item> items = new ArrayList<>();
        for (NamedCsvRecord item : records("codes/" + name + ".csv")) {
          items.add(
              new CodeList.Item(item.getField("code"), item.getField("zh"), item.getField("en")));
        }
        lists.put(
            name,
            new CodeList(
                name, list.getField("standard"), list.getField("zh"), list.getField("en"), items));
      }
    }
    return Collections.unmodifiableMap(lists);
  }

  private static List<NamedCsvRecord> records(String resource) {
    List<NamedCsvRecord> records = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader().getResources(resource))) {
        try (InputStream in = url.openStream();
            CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
          csv.forEach(records::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the code list cannot be read: " + resource, e);
    }
    return records;
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? CodeLists.class.getClassLoader() : context;
  }
}
