package org.jiceng.kit.test;

import org.testcontainers.DockerClientFactory;

/** Whether a Docker engine is there to run containers on. */
final class DockerEngine {
  private DockerEngine() {}

  static boolean answers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }
}
