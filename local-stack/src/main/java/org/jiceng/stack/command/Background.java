package org.jiceng.stack.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jiceng.stack.Main;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.StackState;
import org.jiceng.stack.process.Java;
import org.jiceng.stack.process.Launcher;

/** Starts the stack in a process that outlives us, and tells what it tells until it is ready. */
final class Background {
  private static final long POLL_MILLIS = 100;

  private final DataFolder data;
  private final Path log;
  private long told;

  Background(DataFolder data) {
    this.data = data;
    this.log = data.log("stack");
  }

  int start(Wish wish) throws IOException, InterruptedException {
    Process supervisor = Launcher.start(command(wish), Map.of(), log);
    Optional<Integer> code = Optional.empty();
    while (code.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      code = outcome(supervisor);
      tell();
    }
    return code.get();
  }

  private List<String> command(Wish wish) {
    List<String> words = new ArrayList<>(List.of("up"));
    words.addAll(List.of("--scale", wish.scale().toString(), "--data", data.path().toString()));
    if (wish.portOffset() != null) {
      words.addAll(List.of("--port-offset", wish.portOffset().toString()));
    }
    wish.services().forEach(service -> words.addAll(List.of("--only", service.word())));
    if (wish.empty()) {
      words.add("--empty");
    }
    return Java.command(
        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        Main.class,
        words.toArray(String[]::new));
  }

  /** The exit code, once it is known. */
  private Optional<Integer> outcome(Process supervisor) {
    if (!supervisor.isAlive()) {
      return Optional.of(Math.max(1, supervisor.exitValue()));
    }
    return StackState.read(data)
        .filter(state -> state.supervisor().pid() == supervisor.pid())
        .map(StackState::phase)
        .flatMap(
            phase ->
                switch (phase) {
                  case READY -> Optional.of(0);
                  case READY_BUT_DIFFERENT -> Optional.of(1);
                  case STARTING, LOADING, STOPPED -> Optional.empty();
                });
  }

  private void tell() throws IOException {
    if (!Files.exists(log)) {
      return;
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] fresh = new byte[(int) (file.length() - told)];
      file.seek(told);
      file.readFully(fresh);
      told += fresh.length;
      System.out.write(fresh);
      System.out.flush();
    }
  }
}
