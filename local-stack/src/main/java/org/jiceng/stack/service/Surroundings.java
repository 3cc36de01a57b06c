package org.jiceng.stack.service;

import java.util.HashMap;
import java.util.Map;
import org.jiceng.kit.ops.SampleSecrets;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.Ports;
import org.jiceng.stack.data.Secrets;

/** What a deployment tells a service, here for the local stack. */
record Surroundings(DataFolder data, Ports ports, Secrets secrets) {
  Map<String, String> of(Module module) {
    Map<String, String> settings = new HashMap<>();
    settings.put("QUARKUS_PROFILE", "local");
    settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(module.port(ports)));
    settings.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.postgres(), module.database()));
    settings.put("QUARKUS_DATASOURCE_USERNAME", module.database());
    settings.put("QUARKUS_DATASOURCE_PASSWORD", secrets.get("database." + module.database()));
    settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", ports.issuerUrl());
    settings.put("JICENG_DOOR_DASHBOARD_PAGE", page(Module.REPORTING, "/"));
    settings.put("JICENG_DOOR_REGISTRAR_PAGE", page(Module.REGISTRY, "/registrar/"));
    settings.put("JICENG_DOOR_SECRETARY_PAGE", page(Module.MEMBER, "/secretary/"));
    settings.put("JICENG_DOOR_SITES_PAGE", page(Module.ACTIVITY, "/sites/"));
    settings.put("JICENG_PERSONAL_KEYS", SampleSecrets.PERSONAL_KEYS);
    settings.put("JICENG_PERSONAL_INDEX_KEY", SampleSecrets.INDEX_KEY);
    settings.put("JICENG_AUDIT_KEY", SampleSecrets.AUDIT_KEY);
    settings.put("JICENG_ATTACHMENTS_DIRECTORY", data.resolve("attachments").toString());
    // glibc otherwise keeps a pool of memory for each thread
    settings.put("MALLOC_ARENA_MAX", "2");
    return settings;
  }

  private String page(Module module, String path) {
    return "http://127.0.0.1:%d%s".formatted(module.port(ports), path);
  }
}
