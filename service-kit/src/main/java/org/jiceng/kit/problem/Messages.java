package org.jiceng.kit.problem;

import io.quarkus.runtime.LaunchMode;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
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
        accepted.stream()
            .map(Messages::spoken)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(DEFAULT));
  }

  /** The language of the sentences. */
  public Locale language() {
    return locale;
  }

  /** The language as {@code Content-Language} has it. */
  public String languageTag() {
    return locale.toLanguageTag();
  }

  /**
   * Fills the sentence of a key. A forgotten key is an error where no test can overlook it; in
   * production the key stands for itself, since half an answer is better than none.
   */
  public String text(String key, List<Object> args) {
    Optional<String> pattern = pattern(key);
    if (pattern.isEmpty() && LaunchMode.current() != LaunchMode.NORMAL) {
      throw new MissingResourceException("no text for the problem key " + key, "problems", key);
    }
    Object[] words = args.stream().map(String::valueOf).toArray();
    return pattern.map(p -> new MessageFormat(p, locale).format(words)).orElse(key);
  }

  /** The sentence of a key before it is filled; empty if neither bundle has it. */
  Optional<String> pattern(String key) {
    return BUNDLES.stream()
        .map(bundle -> pattern(bundle, key))
        .filter(Objects::nonNull)
        .findFirst();
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
