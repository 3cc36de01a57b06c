package org.jiceng.kit.audit;

import java.time.Instant;

/**
 * Who did what to which record, when and from where.
 *
 * @param organization the root of the caller's scope, {@code district} for the whole; null for none
 */
record AuditRecord(
    Instant at,
    String who,
    String role,
    String action,
    String recordType,
    String recordId,
    String fromIp,
    String correlationId,
    String organization) {}
