package org.jiceng.kit.webhook;

import java.security.SecureRandom;
import java.util.Base64;
import org.jiceng.kit.problem.Problem;

/** The secret of a subscription as Standard Webhooks writes it: {@code whsec_} and base64. */
final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final int LEAST = 24;
  private static final int MOST = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  private WebhookSecret() {}

  /** As it was given, or a new one of 32 bytes. */
  static String of(String given) {
    if (given == null) {
      byte[] bytes = new byte[32];
      RANDOM.nextBytes(bytes);
      return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
    if (!isSecret(given)) {
      throw Problem.malformed("secret", "webhook-secret", LEAST, MOST);
    }
    return given;
  }

  private static boolean isSecret(String text) {
    if (!text.startsWith(PREFIX)) {
      return false;
    }
    try {
      int length = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
      return length >= LEAST && length <= MOST;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
