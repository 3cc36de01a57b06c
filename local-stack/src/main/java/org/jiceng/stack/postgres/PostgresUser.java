package org.jiceng.stack.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL runs. It refuses to run as root; when we are root it runs as {@code nobody},
 * or, in a folder that nobody may enter (such as one below {@code /root}), in a user namespace in
 * which we are not root.
 */
final class PostgresUser {
  private static final int NOBODY = 65534;

  private final Path folder;
  private final List<String> prefix;

  private PostgresUser(Path folder, List<String> prefix) {
    this.folder = folder;
    this.prefix = prefix;
  }

  static PostgresUser of(Path folder) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new PostgresUser(folder, List.of());
    }
    List<String> nobody =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    Files.createDirectories(folder);
    if (works(with(nobody, List.of("test", "-x", folder.toString())))) {
      return new PostgresUser(folder, nobody);
    }
    return new PostgresUser(folder, List.of("unshare", "-U"));
  }

  List<String> command(List<String> command) {
    return with(prefix, command);
  }

  /** Gives the folder to the user, also when it was another's in an earlier run. */
  void own() throws IOException {
    if (prefix.isEmpty()) {
      return;
    }
    int owner = prefix.get(0).equals("setpriv") ? NOBODY : 0;
    if (!Integer.valueOf(owner).equals(Files.getAttribute(folder, "unix:uid"))) {
      Files.walkFileTree(folder, new Giving(owner));
    }
  }

  private static List<String> with(List<String> prefix, List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  private static boolean works(List<String> command) throws IOException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Changes owners from the leaves up, so that a broken walk is begun again next time. */
  private static final class Giving extends SimpleFileVisitor<Path> {
    private final int owner;

    Giving(int owner) {
      this.owner = owner;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      give(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      give(folder);
      return FileVisitResult.CONTINUE;
    }

    private void give(Path path) throws IOException {
      Files.setAttribute(path, "unix:uid", owner, java.nio.file.LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", owner, java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }
  }
}
