package org.jiceng.reporting.statistics;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.sheet.Sheet;
import org.jiceng.reporting.sheet.TableForm;

/** In which form figures are wanted; in a spreadsheet those of an earlier day may stand beside. */
public class ComparedForm extends TableForm {
  @QueryParam("compareWith")
  @Parameter(
      description =
          "Of a spreadsheet only: an earlier day whose figures stand beside, with what happened as"
              + " long before it as since is before asOf")
  public LocalDate compareWith;

  /** Answers a question in the form that is wanted; the sheet gets null for no earlier day. */
  <A> Response answer(
      StatisticsRequest request,
      BusinessClock clock,
      Function<StatisticsRequest, A> question,
      BiFunction<A, A, Sheet> sheet) {
    if (compareWith == null) {
      return answer(() -> question.apply(request), answer -> sheet.apply(answer, null));
    }
    if (!isSheet()) {
      throw Problem.malformed("compareWith", "spreadsheet-only");
    }
    StatisticsRequest earlier = request.on(compareWith, clock);
    return file(sheet.apply(question.apply(request), question.apply(earlier)));
  }
}
