package org.jiceng.reporting.report.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jiceng.kit.problem.Problem;

/** Moments in the form of Unix's cron: minute, hour, day of the month, month, day of the week. */
final class CronForm {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final ExecutionTime times;
  private final ZoneId zone;

  private CronForm(Cron cron, ZoneId zone) {
    this.times = ExecutionTime.forCron(cron);
    this.zone = zone;
  }

  /**
   * Reads it; its hours are those of the zone.
   *
   * @throws Problem 400 when it cannot be read, 422 when there is no such moment ever
   */
  static CronForm of(String text, ZoneId zone, Instant now) {
    try {
      CronForm form = new CronForm(PARSER.parse(text), zone);
      if (form.next(now).isEmpty()) {
        throw Problem.violation("cron", "cron-never");
      }
      return form;
    } catch (IllegalArgumentException e) {
      throw Problem.malformed("cron", "cron");
    }
  }

  /** The first moment after another. */
  Instant after(Instant moment) {
    return next(moment).orElseThrow();
  }

  private Optional<Instant> next(Instant moment) {
    return times.nextExecution(moment.atZone(zone)).map(at -> at.toInstant());
  }
}
