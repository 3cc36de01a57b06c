package org.jiceng.reporting.report.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/** What may be done with templates, by those whose scope is the whole district. */
@ApplicationScoped
class TemplateDesk {
  private static final ProblemType EXISTS = new ProblemType(409, "report-template-exists");
  private static final ProblemType SCHEDULED = new ProblemType(409, "report-template-scheduled");

  private final Templates templates;
  private final TemplateRules rules;
  private final Scopes scopes;
  private final Caller caller;
  private final Preconditions preconditions;
  private final Audit audit;
  private final BusinessClock clock;

  TemplateDesk(
      Templates templates,
      TemplateRules rules,
      Scopes scopes,
      Caller caller,
      Preconditions preconditions,
      Audit audit,
      BusinessClock clock) {
    this.templates = templates;
    this.rules = rules;
    this.scopes = scopes;
    this.caller = caller;
    this.preconditions = preconditions;
    this.audit = audit;
    this.clock = clock;
  }

  KeptTemplate begin(Template wanted) {
    scopes.requireWholeDistrict();
    rules.require(wanted);
    templates.hold(wanted.template());
    if (templates.find(wanted.template()).isPresent()) {
      throw new Problem(EXISTS, wanted.template()).at("/template");
    }
    return keep("create", KeptTemplate.first(wanted, caller.subject(), clock.now()));
  }

  KeptTemplate change(String name, Template wanted) {
    return next(
        name,
        "change",
        kept -> {
          rules.require(wanted);
          return kept.changed(wanted, caller.subject(), clock.now());
        });
  }

  KeptTemplate retire(String name) {
    return next(
        name,
        "retire",
        kept -> {
          if (templates.isScheduled(name)) {
            throw new Problem(SCHEDULED, name);
          }
          return kept.retired(clock.today(), caller.subject(), clock.now());
        });
  }

  private KeptTemplate next(String name, String action, UnaryOperator<KeptTemplate> verb) {
    scopes.requireWholeDistrict();
    templates.hold(name);
    KeptTemplate kept = templates.find(name).orElseThrow(Problem::notFound);
    preconditions.requireVersion(kept.version());
    return keep(action, verb.apply(kept));
  }

  private KeptTemplate keep(String action, KeptTemplate kept) {
    templates.insert(kept);
    audit.write(action, "report-template", kept.template().template());
    return kept;
  }
}
