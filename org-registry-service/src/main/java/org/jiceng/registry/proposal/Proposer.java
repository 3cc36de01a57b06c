package org.jiceng.registry.proposal;

import java.util.UUID;

/**
 * Who proposes.
 *
 * @param organizationId for which office; null for the district
 */
record Proposer(String subject, UUID organizationId) {}
