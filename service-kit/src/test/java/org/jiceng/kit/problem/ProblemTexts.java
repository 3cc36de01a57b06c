package org.jiceng.kit.problem;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is missing in the texts of problems, for the tests of the kit and of every service:
 *
 * <pre>{@code assertThat(ProblemTexts.gaps("problems-service", "org.jiceng.member")).isEmpty();}
 * </pre>
 */
public final class ProblemTexts {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)[^}]*}");

  private ProblemTexts() {}

  /** Types without texts, keys of one language only, and texts that differ in what they tell. */
  public static List<String> gaps(String bundle, String packageName) {
    List<String> gaps = new ArrayList<>();
    ResourceBundle chinese = texts(bundle, Locale.SIMPLIFIED_CHINESE);
    ResourceBundle english = texts(bundle, Locale.ENGLISH);
    TreeSet<String> keys = new TreeSet<>(chinese.keySet());
    keys.addAll(english.keySet());
    for (String key : keys) {
      if (!chinese.containsKey(key) || !english.containsKey(key)) {
        gaps.add(key + " is there in one language only");
      } else if (!told(chinese.getString(key)).equals(told(english.getString(key)))) {
        gaps.add(key + " has other placeholders in the other language");
      }
    }
    types(packageName).forEach(type -> gaps.addAll(gaps(type)));
    return gaps;
  }

  private static List<String> gaps(ProblemType type) {
    Messages messages = Messages.in(List.of());
    return List.of(type.code() + ".title", type.code() + ".detail").stream()
        .filter(key -> messages.pattern(key).isEmpty())
        .map(key -> key + " is missing")
        .toList();
  }

  private static List<ProblemType> types(String packageName) {
    List<ProblemType> types = new ArrayList<>();
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(packageName)) {
      for (JavaField field : each.getFields()) {
        if (field.getRawType().isEquivalentTo(ProblemType.class)
            && field
                .getModifiers()
                .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)) {
          types.add(value(field.reflect()));
        }
      }
    }
    return types;
  }

  private static ProblemType value(Field field) {
    try {
      field.setAccessible(true);
      return (ProblemType) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TreeSet<String> told(String text) {
    TreeSet<String> placeholders = new TreeSet<>();
    Matcher each = PLACEHOLDER.matcher(text);
    while (each.find()) {
      placeholders.add(each.group(1));
    }
    return placeholders;
  }

  private static ResourceBundle texts(String bundle, Locale locale) {
    return ResourceBundle.getBundle(
        bundle, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }
}
