package org.jiceng.stack.command;

import java.io.PrintStream;
import org.jiceng.stack.data.Ports;
import org.jiceng.stack.issuer.TokenClient;

/** Where everything is, and for each role a line that works as pasted. */
final class Welcome {
  private final PrintStream out;
  private final String dataOption;

  /**
   * @param dataOption what has to be added to other commands so that they mean this stack
   */
  Welcome(PrintStream out, String dataOption) {
    this.out = out;
    this.dataOption = dataOption;
  }

  void print(Ports ports) {
    out.printf(
        """

        Dashboard    http://127.0.0.1:%d/   (choose a role, no password)
        Registrar    http://127.0.0.1:%d/registrar/
        Secretary    http://127.0.0.1:%d/secretary/
        Sites        http://127.0.0.1:%d/sites/
        Services     registry http://127.0.0.1:%d · member http://127.0.0.1:%d · activity http://127.0.0.1:%d · reporting http://127.0.0.1:%d
        Each has     /openapi · /q/health · /q/metrics
        Issuer       %s
        Kafka        127.0.0.1:%d     PostgreSQL  127.0.0.1:%d (passwords in secrets.properties of the data folder)

        As each role:
        """,
        ports.reporting(),
        ports.registry(),
        ports.member(),
        ports.activity(),
        ports.registry(),
        ports.member(),
        ports.activity(),
        ports.reporting(),
        ports.issuerUrl(),
        ports.kafka(),
        ports.postgres());
    TokenClient tokens = new TokenClient(ports.issuerUrl());
    curl("system", ports.registry(), "/organizations?limit=3");
    curl("district-admin", ports.reporting(), "/statistics?asOf=2009-12-31");
    curl("registrar", ports.member(), "/members?limit=3");
    curl("secretary", ports.member(), "/transfers?limit=3");
    curl("site-manager", ports.activity(), "/sites?limit=3");
    curl("reporter", ports.reporting(), "/indicators");
    curl("auditor", ports.member(), "/audit-log?limit=3");
    String member =
        new Questions(tokens).ask(ports.member(), "/members?limit=1").at("/items/0/id").asText();
    curl("member --member " + member, ports.member(), "/members/me");
    out.println();
  }

  private void curl(String role, int port, String path) {
    out.printf(
        "  curl -sH \"Authorization: Bearer $(%s token %s%s)\" 'http://127.0.0.1:%d/api/v1%s'%n",
        FrontDoor.name(), role, dataOption, port, path);
  }
}
