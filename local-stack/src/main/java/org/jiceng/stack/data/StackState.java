package org.jiceng.stack.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.jiceng.stack.sample.Scale;

/**
 * What {@code stack.json} says about the running stack, or about the one that ran last.
 *
 * @param supervisor the process that keeps the others running
 * @param children the other processes by name
 */
public record StackState(
    Phase phase,
    Ports ports,
    Scale scale,
    ProcessMark supervisor,
    Map<String, ProcessMark> children) {
  private static final String FILE = "stack.json";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** How far a stack has come. */
  public enum Phase {
    STARTING,
    LOADING,
    /** Everything answers and every figure is as expected. */
    READY,
    /** Everything answers, but a figure differs. */
    READY_BUT_DIFFERENT,
    STOPPED
  }

  public static Optional<StackState> read(DataFolder data) {
    Path file = data.resolve(FILE);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), StackState.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new StackFailure("Cannot read %s: %s.".formatted(file, Reasons.of(e)), e);
    }
  }

  /** The state of a stack whose supervisor lives. */
  public static Optional<StackState> running(DataFolder data) {
    return read(data).filter(state -> state.supervisor().find().isPresent());
  }

  /** Replaces the file at once, so that a reader never sees half of it. */
  public void write(DataFolder data) {
    try {
      Path fresh = data.resolve(FILE + ".new");
      JSON.writeValue(fresh.toFile(), this);
      Files.move(
          fresh,
          data.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw data.unwritable(e);
    }
  }
}
