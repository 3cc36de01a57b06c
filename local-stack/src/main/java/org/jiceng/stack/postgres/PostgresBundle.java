package org.jiceng.stack.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jiceng.stack.data.StackFailure;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive that Maven brought. */
final class PostgresBundle {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private final Path folder;

  PostgresBundle(Path folder) {
    this.folder = folder;
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  void unpack() throws IOException {
    Path done = folder.resolve("unpacked");
    if (Files.exists(done)) {
      return;
    }
    requireMachine();
    Files.createDirectories(folder);
    try (InputStream archive = PostgresBundle.class.getResourceAsStream(ARCHIVE);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        unpack(e, tar);
      }
    }
    Files.createFile(done);
  }

  private static void requireMachine() {
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!machine.equals("Linux amd64")) {
      throw new StackFailure(
          "The local stack brings PostgreSQL for Linux on x86-64 only, and this is %s; use docker-compose.yml here."
              .formatted(machine));
    }
  }

  private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the archive leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(target.getParent());
      Files.deleteIfExists(target);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(target, permissions(entry.getMode()));
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    boolean program = (mode & 0100) != 0;
    return EnumSet.copyOf(PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
