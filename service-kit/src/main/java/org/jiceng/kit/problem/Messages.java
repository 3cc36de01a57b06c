package org.jiceng.kit.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The sentences of the problems in one language, out of the kit's bundle {@code problems} and the
 * service's own {@code problems-service}; the service's word wins.
 */
public final class Messages {
  /** What is spoken when the caller asks for nothing we know. */
  public static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;

  private static final List<String> BUNDLES = List.of("problems-service", "problems");

  private final Locale locale;

  private Messages(Locale locale) {
    this.locale = locale;
  }

  /** The language of the first range we speak; Chinese when there is none. */
  public static Messages in(List<Locale> accepted) {
    return new Messages(
        accepted.stream().map(Messages::spoken).filter(l -> l != null).findFirst().orElse(DEFAULT));
  }

  /** The language as {@code Content-Language} has it. */
  public String languageTag() {
    return locale.toLanguageTag();
  }

  /** Fills the sentence of a key; without the key, an error that no test can overlook. */
  public String text(String key, List<Object> args) {
    for (String bundle : BUNDLES) {
      String pattern = pattern(bundle, key);
      if (pattern != null) {
        Object[] words = args.stream().map(String::valueOf).toArray();
        return new MessageFormat(pattern, locale).format(words);
      }
    }
    throw new MissingResourceException("no text for the problem key " + key, "problems", key);
  }

  private String pattern(String bundle, String key) {
    try {
      ResourceBundle texts =
          ResourceBundle.getBundle(
              bundle,
              locale,
              Thread.currentThread().getContextClassLoader(),
              Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
      return texts.containsKey(key) ? texts.getString(key) : null;
    } catch (MissingResourceException e) {
      return null;
    }
  }

  private static Locale spoken(Locale wanted) {
    return switch (wanted.getLanguage()) {
      case "zh" -> DEFAULT;
      case "en" -> Locale.ENGLISH;
      default -> null;
    };
  }
}
