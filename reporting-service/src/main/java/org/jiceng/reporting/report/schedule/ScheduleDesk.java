package org.jiceng.reporting.report.schedule;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.reporting.report.ReportDesk;
import org.jiceng.reporting.report.template.Templates;

/** What may be done with schedules, by those whose scope is the whole district. */
@ApplicationScoped
class ScheduleDesk {
  private final Schedules schedules;
  private final ReportDesk reports;
  private final Templates templates;
  private final Scopes scopes;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Audit audit;
  private final BusinessClock clock;

  ScheduleDesk(
      Schedules schedules,
      ReportDesk reports,
      Templates templates,
      Scopes scopes,
      Caller caller,
      Preconditions preconditions,
      Audit audit,
      BusinessClock clock) {
    this.schedules = schedules;
    this.reports = reports;
    this.templates = templates;
    this.scopes = scopes;
    this.caller = caller;
    this.preconditions = preconditions;
    this.audit = audit;
    this.clock = clock;
  }

  Page<Schedule> page(PageRequest page) {
    scopes.requireWholeDistrict();
    return schedules.page(page);
  }

  Schedule find(UUID id) {
    scopes.requireWholeDistrict();
    return schedules.find(id).orElseThrow(Problem::notFound);
  }

  Schedule begin(NewSchedule wanted) {
    scopes.requireWholeDistrict();
    templates.share(wanted.template());
    QuarkusTransaction.suspendingExisting()
        .run(() -> reports.requireSealable(wanted.template(), wanted.area()));
    Schedule made =
        new Schedule(
            UuidCreator.getTimeOrderedEpoch(),
            wanted.template(),
            wanted.area(),
            wanted.cron(),
            Schedule.State.ACTIVE,
            null,
            caller.subject(),
            clock.now(),
            cron(wanted.cron()).after(clock.now()),
            null,
            null,
            0);
    schedules.insert(made);
    audit.write("schedule", "report-schedule", made.id());
    return made;
  }

  Schedule change(UUID id, ScheduleChange change) {
    CronForm cron = cron(change.cron());
    Schedule.State state = Schedule.State.valueOf(change.state().name());
    return keep(
        id, "change", schedule -> schedule.changed(change.cron(), state, cron.after(clock.now())));
  }

  Schedule close(UUID id) {
    return keep(id, "close", schedule -> schedule.closed(clock.today()));
  }

  private Schedule keep(UUID id, String action, UnaryOperator<Schedule> verb) {
    scopes.requireWholeDistrict();
    Schedule schedule = schedules.hold(id).orElseThrow(Problem::notFound);
    preconditions.requireVersion(schedule.version());
    Schedule changed = verb.apply(schedule);
    schedules.update(changed);
    audit.write(action, "report-schedule", id);
    return changed;
  }

  private CronForm cron(String text) {
    return CronForm.of(text, clock.zone(), clock.now());
  }
}
