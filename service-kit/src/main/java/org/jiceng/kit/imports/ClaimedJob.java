package org.jiceng.kit.imports;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A job that this instance works on and no other. */
record ClaimedJob(
    UUID id,
    String kind,
    boolean dryRun,
    FileFormat format,
    String charset,
    long size,
    String subject,
    Set<String> roles,
    Optional<String> scopePath,
    int attempts,
    Parameters parameters) {}
