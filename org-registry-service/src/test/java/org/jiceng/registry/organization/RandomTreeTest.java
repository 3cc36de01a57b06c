package org.jiceng.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.establish;
import static org.jiceng.registry.District.wanted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.events.OrganizationType;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random commands to the tree beside a naive model: the service takes and refuses what the model
 * does, and afterwards each path is the chain of parents, without a circle and legally nested.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RandomTreeTest {
  private static final int STEPS = 80;
  private static final OrganizationType[] TYPES = OrganizationType.values();

  @Inject Stored stored;

  private Random random;
  private TreeModel model;

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 42, 2009})
  void theTreeAnswersAsTheModelDoes(long seed) {
    random = new Random(seed);
    UUID top = establish(code(), "WORKING_COMMITTEE", "AGENCY", District.root(), COMMUNITY);
    model = new TreeModel(top);
    for (int step = 0; step < STEPS; step++) {
      int act = random.nextInt(10);
      Step taken = act < 4 ? grow() : act < 7 ? reparent() : act < 9 ? changeType() : dissolve();
      assertThat(taken.answer().statusCode() < 300)
          .as("seed %d step %d: %s → %s", seed, step, taken.what(), taken.answer().asString())
          .isEqualTo(taken.allowed());
    }
    theTreeIsTheModels(top);
  }

  private record Step(String what, boolean allowed, Response answer) {}

  private Step grow() {
    UUID parent = any();
    OrganizationType type = type();
    boolean allowed = model.mayGrow(parent, type);
    Response answer =
        as("registrar")
            .body(wanted(code(), type.name(), "COMMUNITY", parent, COMMUNITY))
            .post("/api/v1/organizations");
    if (allowed && answer.statusCode() == 201) {
      model.grow(UUID.fromString(answer.path("id")), parent, type);
    }
    return new Step("a " + type + " below " + parent, allowed, answer);
  }

  private Step reparent() {
    UUID id = anyBelowTheTop();
    UUID parent = any();
    boolean allowed = model.mayMove(id, parent);
    Response answer = command(id, "reparent", Map.of("parentId", parent.toString()));
    if (allowed) {
      model.move(id, parent);
    }
    return new Step(id + " moves below " + parent, allowed, answer);
  }

  private Step changeType() {
    UUID id = anyBelowTheTop();
    OrganizationType type = type();
    boolean allowed = model.mayBecome(id, type);
    Response answer = command(id, "change-type", Map.of("type", type.name()));
    if (allowed) {
      model.become(id, type);
    }
    return new Step(id + " becomes a " + type, allowed, answer);
  }

  private Step dissolve() {
    UUID id = anyBelowTheTop();
    UUID successor = random.nextBoolean() ? any() : null;
    boolean allowed = model.mayDissolve(id, successor);
    Map<String, Object> body = new HashMap<>();
    body.put("successorId", successor);
    Response answer = command(id, "dissolve", body);
    if (allowed) {
      model.dissolve(id, successor);
    }
    return new Step(id + " leaves all to " + successor, allowed, answer);
  }

  private static Response command(UUID id, String command, Map<String, Object> body) {
    Map<String, Object> dated = new HashMap<>(body);
    dated.put("effectiveOn", "2000-01-01");
    return District.change(id, command, dated).extract().response();
  }

  private void theTreeIsTheModels(UUID top) {
    Map<String, String> paths =
        stored
            .list(
                """
                select o.id || ' ' || o.type || ' ' || o.path::text from organization o
                 where o.state <> 'DISSOLVED'
                   and o.path <@ (select path from organization where id = ?)""",
                top)
            .stream()
            .collect(Collectors.toMap(row -> row.split(" ")[0], row -> row.substring(37)));
    String above = label(District.root());
    Map<String, String> expected = new HashMap<>();
    for (UUID id : model.alive()) {
      String chain =
          model.chain(id).stream().map(RandomTreeTest::label).collect(Collectors.joining("."));
      expected.put(id.toString(), model.type(id) + " " + above + "." + chain);
      assertThat(model.isLegal(id)).isTrue();
    }
    assertThat(paths).isEqualTo(expected);
  }

  private UUID any() {
    return model.all().get(random.nextInt(model.all().size()));
  }

  /** The top itself stays where it is; while it stands alone, it gets company. */
  private UUID anyBelowTheTop() {
    int size = model.all().size();
    return size == 1 ? grown() : model.all().get(1 + random.nextInt(size - 1));
  }

  private UUID grown() {
    UUID id = establish(code(), "COMMITTEE", "COMMUNITY", model.all().get(0), COMMUNITY);
    model.grow(id, model.all().get(0), OrganizationType.COMMITTEE);
    return id;
  }

  private OrganizationType type() {
    return TYPES[random.nextInt(TYPES.length)];
  }

  private static String label(UUID id) {
    return id.toString().replace("-", "");
  }
}
