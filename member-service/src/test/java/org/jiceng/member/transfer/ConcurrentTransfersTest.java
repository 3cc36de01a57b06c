package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.request;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Offices that act on one member at the same moment. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ConcurrentTransfersTest {
  private static final int OFFICES = 16;

  @Inject District district;

  private UUID source;
  private UUID destination;
  private UUID member;

  @BeforeEach
  void aMemberAtTheSource() {
    source = district.organization();
    destination = district.organization();
    member = District.member(source);
  }

  @Test
  void ofSixteenReceiptsOneCounts() {
    String transfer = approved();
    List<Integer> statuses = allAtOnce(Collections.nCopies(OFFICES, () -> receive(transfer)));
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    assertThat(countOf("transfer-completed", transfer)).isEqualTo("1");
    assertThat(presentAffiliations()).isEqualTo("1");
    assertThat(district.affiliationsOf(member))
        .endsWith("-")
        .contains(District.codeOf(destination));
  }

  @Test
  void ofSixteenRequestsForOneMemberOneIsOpen() {
    List<Callable<Integer>> requests = new ArrayList<>();
    for (int i = 0; i < OFFICES; i++) {
      UUID wanted = district.organization();
      requests.add(() -> ask(wanted));
    }
    List<Integer> statuses = allAtOnce(requests);
    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(district.text("select count(*) from transfer where member_id = ?", member))
        .isEqualTo("1");
  }

  @RepeatedTest(5)
  void aReceiptAndADeathLeaveTheMemberWhereOneOfThemCameFirst() {
    String transfer = approved();
    List<Integer> statuses = allAtOnce(List.of(() -> receive(transfer), this::die));
    String state =
        district.text("select state from transfer where transfer_id = ?::uuid", transfer);
    assertThat(presentAffiliations()).isEqualTo(statuses.get(1) == 200 ? "0" : "1");
    assertThat(state).isEqualTo(statuses.get(0) == 200 ? "COMPLETED" : "CANCELLED");
    assertThat(statuses).contains(200);
  }

  private String approved() {
    String id = request(member, destination, "2010-03-02").getString("id");
    command(as(Roles.REGISTRAR), "/api/v1/transfers/" + id + "/approval", 0, Map.of())
        .statusCode(200);
    return id;
  }

  private int receive(String transfer) {
    String path = "/api/v1/transfers/" + transfer + "/receipt";
    return command(as(Roles.REGISTRAR), path, 1, Map.of()).extract().statusCode();
  }

  private int ask(UUID wanted) {
    return as(Roles.REGISTRAR)
        .body(Map.of("memberId", member, "destinationId", wanted))
        .post("/api/v1/transfers")
        .statusCode();
  }

  private int die() {
    String path = "/api/v1/members/" + member + "/end";
    return command(as(Roles.REGISTRAR), path, 0, Map.of("reason", "DECEASED"))
        .extract()
        .statusCode();
  }

  private String presentAffiliations() {
    return district.text(
        "select count(*) from affiliation where member_id = ? and valid_to is null", member);
  }

  private String countOf(String event, String transfer) {
    return district.text(
        "select count(*) from outbox where aggregateid = ? and type = ?",
        transfer,
        "org.jiceng.member." + event + ".v1");
  }

  private static List<Integer> allAtOnce(List<Callable<Integer>> calls) {
    ExecutorService offices = Executors.newFixedThreadPool(OFFICES);
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> call : offices.invokeAll(calls)) {
        statuses.add(call.get());
      }
      return statuses;
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      offices.shutdown();
    }
  }
}
