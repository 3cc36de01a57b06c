package org.jiceng.certification.kit;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The kit as a command. */
@Command(
    name = "certification",
    mixinStandardHelpOptions = true,
    description = "Proves a consumer of Jiceng's events right. 验证事件消费方的统计是否正确。")
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(command(new Kit()).setOut(out).execute(arguments));
  }

  static CommandLine command(Kit kit) {
    return new CommandLine(new Main()).addSubcommand(new Check(kit)).addSubcommand(new Write(kit));
  }
}
