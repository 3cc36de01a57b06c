package org.jiceng.kit.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who sent a file and what for, as it was when the file came.
 *
 * @param importId the job
 * @param dryRun whether nothing will be kept
 * @param subject who sent it
 * @param roles the sender's roles then
 * @param scopePath the root of the sender's subtree as an ltree path; empty for the whole district
 * @param now the moment for everything that the file records (UTC)
 * @param today the business date of that moment
 * @param parameters what was asked for beside the file
 */
public record ImportContext(
    UUID importId,
    boolean dryRun,
    String subject,
    Set<String> roles,
    Optional<String> scopePath,
    Instant now,
    LocalDate today,
    Map<String, String> parameters) {

  /** Whether the sender may act on everything, also on what belongs to no organisation. */
  public boolean wholeDistrict() {
    return scopePath.isEmpty();
  }

  /** Whether an organisation with this ltree path lies in the sender's scope. */
  public boolean covers(String path) {
    return scopePath
        .map(root -> path != null && (path.equals(root) || path.startsWith(root + ".")))
        .orElse(true);
  }
}
