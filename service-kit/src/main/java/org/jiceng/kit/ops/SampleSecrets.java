package org.jiceng.kit.ops;

import java.util.Set;

/**
 * The secrets of the local stack and of tests. They are public, here: production refuses to start
 * with any of them.
 */
public final class SampleSecrets {
  public static final String PERSONAL_KEYS = "sample:c2FtcGxlIHBlcnNvbmFsIGtleSwgbm90IGEgc2VjcmU=";
  public static final String INDEX_KEY = "c2FtcGxlIGJsaW5kIGluZGV4IGtleSwgbm8gc2VjcmU=";
  public static final String AUDIT_KEY = "c2FtcGxlIGF1ZGl0IGNoYWluIGtleSwgbm8gc2VjcmU=";
  public static final String DATABASE_PASSWORD = "jiceng-sample";

  /** The key of the test fixture. */
  private static final String TEST_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private static final Set<String> ALL =
      Set.of(
          PERSONAL_KEYS.substring(PERSONAL_KEYS.indexOf(':') + 1),
          INDEX_KEY,
          AUDIT_KEY,
          DATABASE_PASSWORD,
          TEST_KEY,
          "postgres",
          "changeme");

  private SampleSecrets() {}

  /** Whether anyone can know this value. */
  static boolean isPublic(String value) {
    return ALL.contains(value.strip());
  }
}
