package org.jiceng.activity.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

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
    Older older = new Older(moment, some);
    Files.walkFileTree(root, Set.of(), 2, older);
    older.tell();
  }

  /** Looks at all files of ours; what is not ours, or cannot be looked at, stops nothing. */
  private static final class Older extends SimpleFileVisitor<Path> {
    private final Instant moment;
    private final Consumer<List<UUID>> some;
    private final List<UUID> batch = new ArrayList<>();

    Older(Instant moment, Consumer<List<UUID>> some) {
      this.moment = moment;
      this.some = some;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
      if (is.isRegularFile() && is.lastModifiedTime().toInstant().isBefore(moment)) {
        String name = file.getFileName().toString().replace(UNFINISHED, "");
        AttachmentStore.idOf(name).ifPresent(batch::add);
      }
      if (batch.size() == SOME) {
        tell();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    private void tell() {
      some.accept(List.copyOf(batch));
      batch.clear();
    }
  }

  private Path place(UUID id) {
    String name = id.toString();
    return root.resolve(name.substring(name.length() - 2)).resolve(name);
  }
}
