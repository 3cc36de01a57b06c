package org.jiceng.kit.audit;

import java.time.Instant;

/** Who did what to which record, when and from where. */
record AuditRecord(
    Instant at,
    String who,
    String role,
    String action,
    String recordType,
    String recordId,
    String fromIp,
    String correlationId) {}
