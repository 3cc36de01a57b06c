package org.jiceng.stack.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiceng.stack.sample.Scale;

/**
 * The folder in which a stack keeps everything: databases, logs, keys. A marker file tells it from
 * a folder of someone else, which is never touched.
 */
public final class DataFolder {
  private static final String MARKER = "jiceng-data";
  private static final String LOADED = "sample-loaded";
  private static final long LEAST_FREE_BYTES = 300L << 20;

  private final Path path;

  public DataFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  public Path path() {
    return path;
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** The log of a child process, or of the stack itself. */
  public Path log(String name) {
    return path.resolve("logs").resolve(name + ".log");
  }

  /** The scale of the district in this folder; empty while there is none. */
  public Optional<Scale> scale() {
    try {
      Path marker = path.resolve(MARKER);
      return Files.exists(marker)
          ? Optional.of(Scale.named(Files.readString(marker).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the folder ours, for a district of this scale. */
  public void claim(Scale scale) {
    Scale kept = scale().orElse(scale);
    if (kept != scale) {
      throw new StackFailure(
          "%s holds a district of the scale %s: start it with --scale %s, or begin anew with --fresh."
              .formatted(path, kept, kept));
    }
    try {
      requireOursOrEmpty();
      Files.createDirectories(path.resolve("logs"));
      Files.writeString(path.resolve(MARKER), scale + "\n");
      requireSpace();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void requireSpace() throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < LEAST_FREE_BYTES) {
      throw new StackFailure(
          "The disk under %s is full: %d MB are free, at least %d MB are needed."
              .formatted(path, free >> 20, LEAST_FREE_BYTES >> 20));
    }
  }

  private void requireOursOrEmpty() throws IOException {
    if (!Files.isDirectory(path) || Files.exists(path.resolve(MARKER))) {
      return;
    }
    try (Stream<Path> files = Files.list(path)) {
      if (files.findAny().isPresent()) {
        throw new StackFailure(
            "%s is not a data folder of Jiceng and is not empty; choose another with --data."
                .formatted(path));
      }
    }
  }

  /** Removes everything in the folder, if it is ours. */
  public void wipe() {
    try {
      requireOursOrEmpty();
      if (Files.isDirectory(path)) {
        Folders.remove(path);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  public boolean sampleLoaded() {
    return Files.exists(path.resolve(LOADED));
  }

  public void markSampleLoaded() {
    try {
      Files.createFile(path.resolve(LOADED));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** A failed write, said in a sentence. */
  public StackFailure unwritable(IOException cause) {
    return new StackFailure("Cannot write to %s: %s.".formatted(path, Reasons.of(cause)), cause);
  }
}
