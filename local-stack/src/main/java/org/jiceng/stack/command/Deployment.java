package org.jiceng.stack.command;

import java.net.URI;
import org.jiceng.stack.StackAccess;
import org.jiceng.stack.data.StackFailure;
import org.jiceng.stack.issuer.MachineTokens;
import org.jiceng.stack.sample.Scale;
import picocli.CommandLine.Option;

/** Which deployment is meant, wherever it runs: its addresses and who asks. */
final class Deployment {
  private static final String SECRET = "JICENG_SYSTEM_CLIENT_SECRET";

  @Option(names = "--registry", paramLabel = "URL", required = true, description = "its registry")
  private URI registry;

  @Option(names = "--member", paramLabel = "URL", required = true, description = "its members")
  private URI member;

  @Option(names = "--activity", paramLabel = "URL", required = true, description = "its activities")
  private URI activity;

  @Option(names = "--reporting", paramLabel = "URL", required = true, description = "its figures")
  private URI reporting;

  @Option(
      names = "--token-url",
      paramLabel = "URL",
      required = true,
      description = "where its issuer gives tokens; the client's secret is in " + SECRET)
  private URI tokenUrl;

  @Option(
      names = "--client",
      paramLabel = "ID",
      defaultValue = "jiceng-system",
      description = "the machine client with the role system (default: ${DEFAULT-VALUE})")
  private String client;

  StackAccess access(Scale scale) {
    MachineTokens tokens = new MachineTokens(tokenUrl, client, secret());
    return new StackAccess(registry, member, activity, reporting, anyRole -> tokens.token(), scale);
  }

  /** From the environment, since every user of a machine can read a command line. */
  private static String secret() {
    String secret = System.getenv(SECRET);
    if (secret == null || secret.isBlank()) {
      throw new StackFailure("The client's secret is missing; set " + SECRET + ".");
    }
    return secret;
  }
}
