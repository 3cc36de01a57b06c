package org.jiceng.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A second instance of a service of the district, as the first was started but on another port. */
final class Twin implements AutoCloseable {
  private final List<String> command;
  private final Map<String, String> environment = new TreeMap<>();
  private final File folder;
  private final File log;
  private final URI url;
  private Process process;

  private Twin(Path first, File log) throws IOException {
    this.command = texts(first.resolve("cmdline"));
    texts(first.resolve("environ")).stream()
        .map(variable -> variable.split("=", 2))
        .forEach(variable -> environment.put(variable[0], variable[1]));
    this.folder = first.resolve("cwd").toRealPath().toFile();
    this.log = log;
    int port = freePort();
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    this.url = URI.create("http://127.0.0.1:" + port);
  }

  /** The twin of a part of the district's stack; not started yet. */
  static Twin of(District district, String child) {
    try {
      return new Twin(
          Path.of("/proc", Long.toString(district.pid(child))),
          Path.of("target", child + "-twin.log").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return url;
  }

  /** Starts it, again if it was killed; it is ready some seconds later. */
  void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().clear();
    builder.environment().putAll(environment);
    process = builder.start();
  }

  boolean isReady() {
    return Api.isReady(url);
  }

  /** Kills it with SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null) {
      kill();
    }
  }

  private static List<String> texts(Path file) throws IOException {
    return List.of(Files.readString(file, StandardCharsets.UTF_8).split("\0"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
