package org.jiceng.stack.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jiceng.stack.data.Reasons;
import org.jiceng.stack.data.StackFailure;
import org.jiceng.stack.sample.LoadFailure;
import org.jiceng.stack.sample.Scale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command and what it knows; without a word after it, it says what it can do. */
@Command(
    name = "jiceng",
    description = "A whole district on one machine.",
    mixinStandardHelpOptions = true,
    version = "Jiceng 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      Up.class,
      Status.class,
      Down.class,
      Restart.class,
      Logs.class,
      Token.class,
      Figures.class,
      Load.class,
      Bench.class
    })
public final class Jiceng implements Runnable {
  private static final int FAILED = 1;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs one command; the exit code says whether it did what was asked. */
  public static int run(String... arguments) {
    return new CommandLine(new Jiceng())
        .registerConverter(Scale.class, Jiceng::scale)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, parsed) -> said(failure))
        .execute(arguments);
  }

  private static Scale scale(String name) {
    try {
      return Scale.named(name);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.TypeConversionException(
          "'%s' is none of small, survey, x10, x100".formatted(name));
    }
  }

  /** One sentence for what people can mend; a trace for what only we can. */
  static int said(Exception failure) {
    if (failure instanceof StackFailure || failure instanceof LoadFailure) {
      System.err.println("jiceng: " + failure.getMessage());
    } else if (failure instanceof UncheckedIOException io) {
      System.err.println("jiceng: " + Reasons.of(io.getCause()));
    } else if (failure instanceof IOException io) {
      System.err.println("jiceng: " + Reasons.of(io));
    } else {
      failure.printStackTrace();
    }
    return FAILED;
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
