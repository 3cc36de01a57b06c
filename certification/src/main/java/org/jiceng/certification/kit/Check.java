package org.jiceng.certification.kit;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a consumer's answers with what is right. Exit code: 0 proved, 1 not, 2 unreadable. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Compares answers with the expected figures. 把答案与应有的数字逐一比较。")
final class Check implements Callable<Integer> {
  @Parameters(
      paramLabel = "ANSWERS",
      description = "A file {\"answers\": [{\"id\": …, \"figures\": {…}}]}. 答案文件。")
  private Path file;

  @Option(
      names = "--most",
      defaultValue = "50",
      description = "How many faults are printed (${DEFAULT-VALUE}). 最多列出多少处不符。")
  private int most;

  @Spec private CommandSpec spec;
  private final Kit kit;

  Check(Kit kit) {
    this.kit = kit;
  }

  @Override
  public Integer call() {
    Answers answers;
    try {
      answers = Kit.JSON.readValue(file.toFile(), Answers.class);
    } catch (JacksonException e) {
      return unreadable(e.getOriginalMessage());
    } catch (IOException e) {
      return unreadable(e.getMessage());
    }
    if (answers == null || answers.answers() == null) {
      return unreadable("no \"answers\"");
    }
    Map<String, Map<String, BigDecimal>> byQuestion = new LinkedHashMap<>();
    for (Answers.Answer answer : answers.answers()) {
      if (answer == null || answer.id() == null || answer.figures() == null) {
        return unreadable("an answer without \"id\" or \"figures\"");
      }
      if (byQuestion.put(answer.id(), answer.figures()) != null) {
        return unreadable("two answers to " + answer.id());
      }
    }
    return print(Verdict.on(byQuestion, kit.expected()));
  }

  private int unreadable(String why) {
    spec.commandLine().getErr().println("cannot be read 无法读取: " + file + ": " + why);
    return ExitCode.USAGE;
  }

  private int print(Verdict verdict) {
    PrintWriter out = spec.commandLine().getOut();
    verdict.faults().stream().limit(most).forEach(out::println);
    int more = verdict.faults().size() - most;
    if (more > 0) {
      out.printf("… and %d more 另有 %d 处%n", more, more);
    }
    out.printf("right everywhere 全部正确: %s%n", String.join(", ", verdict.proved()));
    if (!verdict.left().isEmpty()) {
      out.printf("left out 未作答: %s%n", String.join(", ", verdict.left()));
    }
    out.println(verdict.passed() ? "PASSED 通过" : "FAILED 未通过");
    return verdict.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
