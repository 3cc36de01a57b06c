package org.jiceng.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The whole postgresql.conf, written at each start. */
final class PostgresSettings {
  private PostgresSettings() {}

  static void write(Path cluster, int port) throws IOException {
    Files.writeString(
        cluster.resolve("postgresql.conf"),
        """
        # Written by Jiceng's local stack at each start
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 200
        # what is committed is on disk
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        wal_compression = on
        shared_buffers = 256MB
        maintenance_work_mem = 64MB
        max_wal_size = 3GB
        checkpoint_timeout = 15min
        random_page_cost = 1.1
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        datestyle = 'iso, ymd'
        default_text_search_config = 'pg_catalog.simple'
        log_line_prefix = '%%m %%d '
        # a refused statement is told without its values and without the row
        log_error_verbosity = terse
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        """
            .formatted(port));
  }
}
