package org.jiceng.registry.reorganization;

import static org.hamcrest.Matchers.equalTo;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.wanted;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.registry.District;

/** How a test asks for a reorganisation, and where the answer says what becomes of whom. */
final class Reorganizing {
  static final String ON = "2010-03-01";

  private Reorganizing() {}

  static ValidatableResponse ask(String kind, Object body) {
    return as("registrar").body(body).post("/api/v1/reorganizations/" + kind).then();
  }

  static void refused(String kind, Object body, String field, String code) {
    refused(kind, body, field, code, 422);
  }

  static void refused(String kind, Object body, String field, String code, int status) {
    ask(kind, body)
        .statusCode(status)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].code", equalTo(code));
  }

  static ValidatableResponse get(String id) {
    return as("registrar").get("/api/v1/reorganizations/" + id).then().statusCode(200);
  }

  static void parentOf(UUID child, UUID parent) {
    as("reporter")
        .get("/api/v1/organizations/" + child)
        .then()
        .body("parentId", equalTo(parent.toString()));
  }

  static String beforeOf(UUID source) {
    return "sources.find { it.organizationId == '" + source + "' }.before";
  }

  static String effectOf(UUID organization) {
    return "organizations.find { it.organizationId == '" + organization + "' }";
  }

  static Map<String, Object> merge(List<UUID> sources, Object destination) {
    return Map.of("sources", sources, "destination", destination, "effectiveOn", ON);
  }

  static Map<String, Object> split(UUID source, List<?> parts, Integer rest) {
    Map<String, Object> split = new LinkedHashMap<>();
    split.put("source", source);
    split.put("parts", parts);
    split.put("rest", rest);
    split.put("effectiveOn", ON);
    return split;
  }

  static Map<String, Object> share(Object destination) {
    return new HashMap<>(Map.of("destination", destination));
  }

  static Map<String, Object> existing(UUID id) {
    return Map.of("organizationId", id);
  }

  static Map<String, Object> establishing(String code) {
    Map<String, Object> wanted = wanted(code, "COMMITTEE", "COMMUNITY", District.root(), HERE);
    wanted.remove("effectiveOn");
    return Map.of("establish", wanted);
  }
}
