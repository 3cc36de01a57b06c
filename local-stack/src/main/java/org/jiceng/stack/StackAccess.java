package org.jiceng.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.Ports;
import org.jiceng.stack.data.StackFailure;
import org.jiceng.stack.data.StackState;
import org.jiceng.stack.issuer.TokenClient;
import org.jiceng.stack.sample.Scale;
import org.jiceng.stack.service.Module;

/**
 * What one needs to talk to a running stack: where its services answer and tokens for them.
 *
 * @param registry base URL of a service, without a path, e.g. {@code http://127.0.0.1:8081}
 * @param tokens from a role to a fresh access token of that role for the whole district
 * @param scale the size of the sample district
 */
public record StackAccess(
    URI registry,
    URI member,
    URI activity,
    URI reporting,
    UnaryOperator<String> tokens,
    Scale scale) {

  /** A fresh access token of a role, e.g. {@code system}, for the whole district. */
  public String token(String role) {
    return tokens.apply(role);
  }

  /**
   * The stack that runs on this data folder.
   *
   * @throws StackFailure if none does
   */
  public static StackAccess of(Path data) {
    StackState state =
        StackState.running(new DataFolder(data))
            .orElseThrow(
                () ->
                    new StackFailure(
                        "No stack runs on %s; start it with ./jiceng up.".formatted(data)));
    return of(state.ports(), state.scale());
  }

  static StackAccess of(Ports ports, Scale scale) {
    return new StackAccess(
        base(Module.REGISTRY, ports),
        base(Module.MEMBER, ports),
        base(Module.ACTIVITY, ports),
        base(Module.REPORTING, ports),
        new TokenClient(ports.issuerUrl())::token,
        scale);
  }

  private static URI base(Module module, Ports ports) {
    return URI.create("http://127.0.0.1:" + module.port(ports));
  }
}
