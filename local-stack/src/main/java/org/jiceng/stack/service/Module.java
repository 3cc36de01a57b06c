package org.jiceng.stack.service;

import java.util.function.ToIntFunction;
import org.jiceng.stack.data.Ports;

/** The services, each with its folder, its database and its port. */
public enum Module {
  REGISTRY("org-registry-service", "jiceng_registry", Ports::registry),
  MEMBER("member-service", "jiceng_member", Ports::member),
  ACTIVITY("activity-service", "jiceng_activity", Ports::activity),
  REPORTING("reporting-service", "jiceng_reporting", Ports::reporting);

  private final String folder;
  private final String database;
  private final ToIntFunction<Ports> port;

  Module(String folder, String database, ToIntFunction<Ports> port) {
    this.folder = folder;
    this.database = database;
    this.port = port;
  }

  /** The folder of the module, which is also the service's name. */
  public String folder() {
    return folder;
  }

  /** The service in one word, such as {@code member}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The database, and the user who owns it. */
  public String database() {
    return database;
  }

  public int port(Ports ports) {
    return port.applyAsInt(ports);
  }
}
