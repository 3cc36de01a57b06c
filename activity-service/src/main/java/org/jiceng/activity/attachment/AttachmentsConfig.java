package org.jiceng.activity.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where attachments lie, and how many and how large they may be. */
@ConfigMapping(prefix = "jiceng.attachments")
public interface AttachmentsConfig {
  /** The directory on this machine where they lie. All instances must see the same one. */
  @WithDefault("data/attachments")
  Path directory();

  /** The store that speaks S3 where they lie instead, if there is one. */
  Optional<S3> s3();

  /** How large one may be. */
  @WithDefault("20M")
  MemorySize maxSize();

  /** How many an activity may have. */
  @WithDefault("20")
  int most();

  /** How old bytes must be that nothing speaks of before they are cleared away. */
  @WithDefault("24h")
  Duration orphanedAfter();

  /** A bucket, which has to be there, and how it is reached. */
  interface S3 {
    /** Its name. */
    String bucket();

    /** Where the store is; Amazon's own of the region if none is named. */
    Optional<URI> endpoint();

    /** Its region; us-east-1 if none is named, since stores other than Amazon's want any. */
    Optional<String> region();

    /** Whether the bucket stands in the path of an address (if not said) and not in its host. */
    Optional<Boolean> pathStyle();

    /** Who asks. */
    String accessKey();

    /** By which secret. */
    String secretKey();
  }
}
