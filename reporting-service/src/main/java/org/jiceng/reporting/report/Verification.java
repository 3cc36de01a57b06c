package org.jiceng.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.reporting.report.content.Difference;

/**
 * What came of deriving a report again from the logs.
 *
 * @param identical whether the bytes that are kept, those that were derived, and the digest agree
 * @param digest as it was sealed: SHA-256 in hex
 * @param derivedDigest of what was derived now
 * @param differences where the kept content and the derived one tell differently, the first 1,000
 */
@Schema(name = "ReportVerification")
public record Verification(
    UUID id,
    UUID report,
    boolean identical,
    String digest,
    String derivedDigest,
    List<Difference> differences,
    String askedBy,
    Instant askedAt,
    Instant finishedAt) {}
