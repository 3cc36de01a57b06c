package org.jiceng.activity.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** On a disk: a file for each, in a directory for each last byte of the id. */
final class DiskStore implements AttachmentStore {
  private static final int SOME = 500;
  private static final String UNFINISHED = ".part";

  private final Path root;

  DiskStore(Path root) {
    this.root = root;
  }

  @Override
  public void put(UUID id, Path file) throws IOException {
    Path place = place(id);
    Files.createDirectories(place.getParent());
    Path unfinished = place.resolveSibling(id + UNFINISHED);
    Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
    Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public InputStream open(UUID id) throws IOException {
    return Files.newInputStream(place(id));
  }

  @Override
  public void delete(UUID id) throws IOException {
    Files.deleteIfExists(place(id));
    Files.deleteIfExists(place(id).resolveSibling(id + UNFINISHED));
  }

  @Override
  public void eachOlderThan(Instant moment, Consumer<List<UUID>> some) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    List<UUID> batch = new ArrayList<>();
    try (Stream<Path> files = Files.find(root, 2, (file, is) -> isOlder(is, moment))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        batch.add(UUID.fromString(file.getFileName().toString().replace(UNFINISHED, "")));
        if (batch.size() == SOME) {
          some.accept(List.copyOf(batch));
          batch.clear();
        }
      }
    }
    some.accept(batch);
  }

  private static boolean isOlder(BasicFileAttributes file, Instant moment) {
    return file.isRegularFile() && file.lastModifiedTime().toInstant().isBefore(moment);
  }

  private Path place(UUID id) {
    String name = id.toString();
    return root.resolve(name.substring(name.length() - 2)).resolve(name);
  }
}
