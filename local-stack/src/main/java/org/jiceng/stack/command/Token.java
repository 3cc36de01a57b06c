package org.jiceng.stack.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.StackFailure;
import org.jiceng.stack.data.StackState;
import org.jiceng.stack.issuer.TokenClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints an access token, alone on its line. */
@Command(name = "token", description = "Print an access token of the local issuer for a role.")
final class Token implements Callable<Integer> {
  @Mixin private DataOption data;

  @Parameters(
      paramLabel = "ROLE",
      description =
          "district-admin, registrar, secretary, site-manager, member, reporter, auditor or system")
  private String role;

  @Option(
      names = "--org",
      paramLabel = "CODE",
      description = "the organisation whose subtree is the scope (default: the whole district)")
  private String organization;

  @Option(names = "--member", paramLabel = "ID", description = "which member the caller is")
  private String member;

  @Override
  public Integer call() {
    DataFolder folder = data.folder();
    StackState state =
        StackState.running(folder)
            .orElseThrow(() -> new StackFailure("No stack runs on %s.".formatted(folder.path())));
    TokenClient tokens = new TokenClient(state.ports().issuerUrl());
    Optional<String> scope =
        Optional.ofNullable(organization)
            .map(code -> organizationId(new Questions(tokens), state.ports().registry(), code));
    System.out.println(tokens.token(role, scope, Optional.ofNullable(member)));
    return 0;
  }

  private static String organizationId(Questions questions, int registryPort, String code) {
    JsonNode found =
        questions.ask(
            registryPort,
            "/organizations?limit=1&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    String id = found.at("/items/0/id").asText();
    if (id.isEmpty()) {
      throw new StackFailure("There is no organisation with the code %s.".formatted(code));
    }
    return id;
  }
}
