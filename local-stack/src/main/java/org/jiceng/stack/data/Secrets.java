package org.jiceng.stack.data;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Random passwords of this stack's own servers, made once and readable by their owner only. */
public final class Secrets {
  private final DataFolder data;
  private final Path file;

  public Secrets(DataFolder data) {
    this.data = data;
    this.file = data.resolve("secrets.properties");
  }

  /** The secret of that name; the first call makes it. */
  public synchronized String get(String name) {
    try {
      Properties secrets = read();
      if (secrets.getProperty(name) == null) {
        secrets.setProperty(name, random());
        write(secrets);
      }
      return secrets.getProperty(name);
    } catch (IOException e) {
      throw data.unwritable(e);
    }
  }

  private Properties read() throws IOException {
    Properties secrets = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        secrets.load(reader);
      }
    }
    return secrets;
  }

  private void write(Properties secrets) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (Writer writer = Files.newBufferedWriter(file)) {
      secrets.store(writer, null);
    }
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
