package org.jiceng.stack.data;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built modules stand: the folder above this module's own. */
public final class Checkout {
  private Checkout() {}

  /** The root of the checkout, found from where this class was loaded. */
  public static Path root() {
    try {
      Path classes =
          Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      // local-stack/target/local-stack-x.jar or local-stack/target/classes
      return classes.getParent().getParent().getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file that the build makes. */
  public static Path built(String module, String path) {
    Path file = root().resolve(module).resolve("target").resolve(path);
    if (!Files.exists(file)) {
      throw new StackFailure(
          "%s is not built yet: run mvn package -DskipTests first (./jiceng does it by itself)."
              .formatted(module));
    }
    return file;
  }
}
