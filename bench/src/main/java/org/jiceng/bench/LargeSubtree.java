package org.jiceng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.hc.core5.http.ContentType;
import org.jiceng.kit.codes.IdNumber;

/** A committee with a thousand branches of fifty members, brought by file when it is not there. */
final class LargeSubtree {
  static final int BRANCHES = 1_000;
  static final int MEMBERS = 50_000;
  private static final String CODE = "BENCH-LARGE";
  private static final String REGION = "999500";
  private static final ContentType CSV = ContentType.create("text/csv", StandardCharsets.UTF_8);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Stack stack;

  LargeSubtree(Stack stack) {
    this.stack = stack;
  }

  /** The committee, once the figures count all that stands below it. */
  UUID below(JsonNode root) throws Exception {
    try (Api registry = stack.registry();
        Api members = stack.member();
        Api reporting = stack.reporting()) {
      if (count("jiceng_registry", "organization o") == 0) {
        bring(registry, "organizations", organizations(root));
      }
      await(() -> count("jiceng_member", "organization_node o") > BRANCHES);
      UUID committee = idOfCommittee();
      if (count("jiceng_member", "member m join organization_node o using (organization_id)")
          == 0) {
        bring(members, "members", members());
      }
      await(() -> counted(reporting, committee) == MEMBERS);
      return committee;
    }
  }

  private static void bring(Api api, String kind, String file) throws Exception {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    api.awaitImport(api.postFile(kind + "/imports", bytes, CSV).json().get("id").asText());
  }

  private static String organizations(JsonNode root) {
    String area = root.get("areaCode").asText();
    StringBuilder rows =
        new StringBuilder("code,name,type,sector,mode,parentCode,areaCode,establishedOn\n");
    String line = "%s,基准测试组织,%s,COMMUNITY,INDEPENDENT,%s,%s,2001-07-01\n";
    rows.append(line.formatted(CODE, "COMMITTEE", root.get("code").asText(), area));
    for (int branch = 0; branch < BRANCHES; branch++) {
      rows.append(line.formatted(codeOf(branch), "BRANCH", CODE, area));
    }
    return rows.toString();
  }

  private static String members() {
    StringBuilder rows =
        new StringBuilder(
            "idNumber,name,ethnicity,education,organizationCode,status,joinedOn,affiliatedOn\n");
    for (int i = 0; i < MEMBERS; i++) {
      LocalDate born = LocalDate.of(1940, 1, 1).plusDays(i % 20_000);
      rows.append(IdNumber.of(REGION, born, i / 20_000).value())
          .append(",基准测试,01,20,")
          .append(codeOf(i % BRANCHES))
          .append(",FULL,2001-07-01,2008-07-01\n");
    }
    return rows.toString();
  }

  private static String codeOf(int branch) {
    return CODE + "-" + branch;
  }

  /** How many rows of a service are of these organisations, which are {@code o}. */
  private int count(String database, String rows) throws SQLException {
    try (Connection connection = stack.database(database);
        PreparedStatement count =
            connection.prepareStatement("select count(*) from " + rows + " where o.code like ?")) {
      count.setString(1, CODE + "%");
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private UUID idOfCommittee() throws SQLException {
    try (Connection connection = stack.database("jiceng_registry");
        PreparedStatement select =
            connection.prepareStatement("select id from organization where code = ?")) {
      select.setString(1, CODE);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    }
  }

  /** None as long as the figures do not know the organisation. */
  private static long counted(Api reporting, UUID organization) {
    try {
      return reporting
          .get("statistics?indicators=members.affiliated&organization=" + organization)
          .json()
          .at("/values/0/value")
          .asLong();
    } catch (IOException e) {
      return 0;
    }
  }

  private static void await(Callable<Boolean> reached) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.call()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the large subtree is not there after " + PATIENCE);
      }
      Thread.sleep(100);
    }
  }
}
