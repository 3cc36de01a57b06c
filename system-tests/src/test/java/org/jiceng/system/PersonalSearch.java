package org.jiceng.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiceng.kit.codes.IdNumber;
import org.jiceng.kit.codes.InvalidCode;

/**
 * Looks for what identifies a person in what must not: any ID number whose check character fits,
 * any mobile number, and the names and numbers of persons who are known to have been there.
 */
final class PersonalSearch {
  private static final int LEAST_NAME = 2;
  private static final int LEAST_PHONE = 7;

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<![0-9A-Za-z])([0-9]{17}[0-9Xx])(?![0-9A-Za-z])"
              + "|(?<![0-9A-Za-z.])(1[3-9][0-9]{9})(?![0-9A-Za-z.])");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2,}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{7,}");

  private final Set<String> names = new HashSet<>();
  private final Set<String> phones = new HashSet<>();
  private final Set<String> found = new LinkedHashSet<>();
  private int longestName = LEAST_NAME;
  private int longestPhone = LEAST_PHONE;
  private long looked;

  /** A name that belongs to a person of the run. */
  void name(String name) {
    names.add(name);
    longestName = Math.max(longestName, name.length());
  }

  /** A phone number of a person of the run, in digits. */
  void phone(String phone) {
    phones.add(phone);
    longestPhone = Math.max(longestPhone, phone.length());
  }

  /** How many characters have been looked at. */
  long looked() {
    return looked;
  }

  /** What was found, and where. */
  List<String> found() {
    return List.copyOf(found);
  }

  /** Every file of a folder, line by line. */
  void folder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        file(file);
      }
    }
  }

  /** What was sent or stored as bytes, read as text. */
  void bytes(String where, byte[] bytes) {
    text(where, new String(bytes, StandardCharsets.UTF_8));
  }

  void text(String where, String text) {
    looked += text.length();
    Matcher numbers = NUMBERS.matcher(text);
    while (numbers.find()) {
      if (numbers.group(2) != null || isIdNumber(numbers.group(1))) {
        found.add(where + " has " + numbers.group());
      }
    }
    look(where, text, DIGITS, phones, LEAST_PHONE, longestPhone);
    look(where, text, CHINESE, names, LEAST_NAME, longestName);
  }

  /** Each part of a run of characters that is one of the wanted. */
  private void look(
      String where, String text, Pattern runs, Set<String> wanted, int least, int longest) {
    Matcher run = runs.matcher(text);
    while (run.find()) {
      for (int from = run.start(); from + least <= run.end(); from++) {
        for (int to = from + least; to <= Math.min(run.end(), from + longest); to++) {
          String part = text.substring(from, to);
          if (wanted.contains(part)) {
            found.add(where + " has " + part);
          }
        }
      }
    }
  }

  private void file(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        text(file.getFileName().toString(), line);
      }
    }
  }

  private static boolean isIdNumber(String text) {
    try {
      return !IdNumber.parse(text).value().isEmpty();
    } catch (InvalidCode e) {
      return false;
    }
  }
}
