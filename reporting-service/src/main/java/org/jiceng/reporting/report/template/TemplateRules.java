package org.jiceng.reporting.report.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.jiceng.kit.codes.CodeList;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;

/** What a template must keep to. */
@ApplicationScoped
public class TemplateRules {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST_NAME = 60;
  private static final int MOST_TOLD = 100;

  private final Vocabulary vocabulary;
  private final TemplateLimits limits;

  TemplateRules(Vocabulary vocabulary, TemplateLimits limits) {
    this.vocabulary = vocabulary;
    this.limits = limits;
  }

  /**
   * Refuses a template that does not keep to them.
   *
   * @throws Problem 422 that names each place at fault by a JSON pointer
   */
  public void require(Template template) {
    List<TemplateFault> faults = faultsOf(template);
    if (!faults.isEmpty()) {
      Problem problem = new Problem(CommonProblems.RULE_BROKEN);
      faults.stream()
          .limit(MOST_TOLD)
          .forEach(fault -> problem.and(fault.at(), fault.code(), fault.words().toArray()));
      throw problem;
    }
  }

  /** Everything that is wrong; nothing for a good one. */
  List<TemplateFault> faultsOf(Template template) {
    Faults faults = new Faults();
    String name = template.template();
    if (name == null || name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      faults.add("/template", "template-name", LONGEST_NAME);
    }
    faults.name("/name", template.name(), limits.name());
    faults.name("/nameEn", template.nameEn(), limits.name());
    if (template.period() == null) {
      faults.add("/period", "required");
    }
    levels(template.levels(), faults);
    if (faults.given("/sections", template.sections(), limits.sections())) {
      sections(template, faults);
    }
    return faults.all();
  }

  private static void levels(List<String> levels, Faults faults) {
    CodeList known = CodeLists.find("area-level").orElseThrow();
    if (faults.given("/levels", levels, known.items().size())) {
      for (int i = 0; i < levels.size(); i++) {
        if (!known.contains(levels.get(i))) {
          faults.add("/levels/" + i, "template-level", levels.get(i));
        }
      }
      faults.unique("/levels", levels, level -> level);
    }
  }

  private void sections(Template template, Faults faults) {
    SectionRules rules = new SectionRules(vocabulary, limits, template, faults);
    for (int i = 0; i < template.sections().size(); i++) {
      rules.check("/sections/" + i, template.sections().get(i));
    }
    faults.unique("/sections", template.sections(), Section::section);
    if (faults.all().isEmpty()) {
      long cells = new CellCount(vocabulary, limits).of(template);
      if (cells > limits.cells()) {
        faults.add("/sections", "template-too-many-cells", cells, limits.cells());
      }
    }
  }
}
