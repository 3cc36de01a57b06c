package org.jiceng.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A district of its own with one branch and nobody in it: a stack of registry, members and
 * reporting, with its own database, broker and issuer.
 */
final class SmallDistrict implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final String AREA = "990101000000";
  final String name;
  private final Path data;
  private final int offset;
  private String token;
  private String top;
  private String branch;

  SmallDistrict(String name, int offset) {
    this.name = name;
    this.offset = offset;
    this.data = Path.of("target", name).toAbsolutePath();
  }

  URI memberUrl() {
    return URI.create("http://127.0.0.1:" + (8082 + offset));
  }

  /** Starts it with these settings of its member service. */
  void start(Map<String, String> settings) throws IOException, InterruptedException {
    StringBuilder flags = new StringBuilder();
    settings.forEach(
        (setting, value) -> flags.append(" -D").append(setting).append('=').append(value));
    District.Output up =
        JicengCommand.run(
            data,
            Map.of("JICENG_SERVICE_FLAGS", flags.toString()),
            START,
            "up",
            "--scale",
            "small",
            "--fresh",
            "--detach",
            "--empty",
            "--only",
            "registry,member,reporting",
            "--port-offset",
            Integer.toString(offset));
    if (up.exit() != 0) {
      throw new IllegalStateException(name + " did not start:\n" + up.text());
    }
    token = token("system");
    branch = establish();
  }

  @Override
  public void close() {
    JicengCommand.run(data, Map.of(), Duration.ofMinutes(1), "down");
  }

  /** The id of its branch; the code is {@code BRANCH}. */
  String branch() {
    return branch;
  }

  /** The id of one more branch. */
  String anotherBranch(String code) throws IOException, InterruptedException {
    return made(registry().post("organizations", organization(code, "BRANCH", top)));
  }

  /** An access token of a role for the whole district, with these options of the command. */
  String token(String role, String... options) {
    String[] arguments =
        Stream.concat(Stream.of("token", role), Stream.of(options)).toArray(String[]::new);
    return JicengCommand.run(data, Map.of(), Duration.ofMinutes(1), arguments).text().strip();
  }

  /** Where its processes keep their logs. */
  Path logs() {
    return data.resolve("logs");
  }

  int kafkaPort() {
    return 9092 + offset;
  }

  /** Its services by their names. */
  Map<String, URI> services() {
    return Map.of(
        "registry", URI.create("http://127.0.0.1:" + (8081 + offset)),
        "member", memberUrl(),
        "reporting", URI.create("http://127.0.0.1:" + (8084 + offset)));
  }

  Api member(String callersToken) {
    return new Api(memberUrl(), callersToken);
  }

  Api registry() {
    return new Api(URI.create("http://127.0.0.1:" + (8081 + offset)), token);
  }

  Api member() {
    return new Api(memberUrl(), token);
  }

  /** How many members it counts as of a day. */
  long members(String asOf) throws IOException, InterruptedException {
    Api.Answer answer =
        new Api(URI.create("http://127.0.0.1:" + (8084 + offset)), token)
            .get("statistics?indicators=members.affiliated&asOf=" + asOf);
    if (answer.status() != 200) {
      throw new IOException(name + " has no figures: " + answer);
    }
    return answer.body().at("/values/0/value").asLong();
  }

  /** How many members stand on its roster of a day; it has few. */
  long onTheRoster(String asOf) throws IOException, InterruptedException {
    Api.Answer answer = member().get("members?limit=100&asOf=" + asOf);
    if (answer.status() != 200) {
      throw new IOException(name + " has no roster: " + answer);
    }
    return answer.body().path("items").size();
  }

  /** Kills the member service with SIGKILL; the supervisor brings it back. */
  void kill() {
    try {
      JsonNode stack = Api.JSON.readTree(data.resolve("stack.json").toFile());
      long pid = stack.at("/children/member-service/pid").asLong();
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the member service says that it is ready. */
  boolean isReady() {
    return Api.isReady(memberUrl());
  }

  private String establish() throws IOException, InterruptedException {
    made(registry().post("areas", area(AREA, "DISTRICT", null)));
    made(registry().post("areas", area("990101001000", "SUB_DISTRICT", AREA)));
    made(registry().post("areas", area("990101001001", "COMMUNITY", "990101001000")));
    top = made(registry().post("organizations", organization("TOP", "WORKING_COMMITTEE", null)));
    return made(registry().post("organizations", organization("BRANCH", "BRANCH", top)));
  }

  private static Map<String, Object> area(String code, String level, String parent) {
    Map<String, Object> area = new LinkedHashMap<>();
    area.put("code", code);
    area.put("level", level);
    area.put("name", "试验" + code);
    area.put("parentCode", parent);
    area.put("effectiveOn", "2000-01-01");
    return area;
  }

  private static Map<String, Object> organization(String code, String type, String parent) {
    Map<String, Object> organization = new LinkedHashMap<>();
    organization.put("code", code);
    organization.put("name", "试验组织" + code);
    organization.put("type", type);
    organization.put("sector", "COMMUNITY");
    organization.put("mode", "INDEPENDENT");
    organization.put("parentId", parent);
    organization.put("areaCode", "990101001001");
    organization.put("effectiveOn", "2000-01-01");
    return organization;
  }

  private static String made(Api.Answer answer) {
    if (answer.status() != 201) {
      throw new IllegalStateException(String.valueOf(answer.body()));
    }
    return answer.text("id");
  }
}
