package org.jiceng.member.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.time.BusinessClock;

/** Bounds how often one address asks in a minute, and how many addresses are remembered for it. */
@ApplicationScoped
public class Checks {
  static final ProblemType TOO_MANY = new ProblemType(429, "too-many-checks");
  private static final int MOST_ADDRESSES = 10_000;
  private static final int MINUTE = 60;

  private final LetterConfig config;
  private final BusinessClock clock;
  private final Map<String, Integer> asked = new HashMap<>();
  private long minute;

  Checks(LetterConfig config, BusinessClock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** One more; 429 when there have been enough. */
  public synchronized void count(String address) {
    long now = clock.now().getEpochSecond();
    if (now / MINUTE != minute) {
      minute = now / MINUTE;
      asked.clear();
    }
    if (asked.size() >= MOST_ADDRESSES && !asked.containsKey(address)
        || asked.merge(address, 1, Integer::sum) > config.checksPerMinute()) {
      throw new Problem(TOO_MANY).header("Retry-After", String.valueOf(MINUTE - now % MINUTE));
    }
  }
}
