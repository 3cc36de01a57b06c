package org.jiceng.member.membership;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Told within the transaction in which a member turns out to be affiliated elsewhere than was on
 * record, to whoever has plans that begin there.
 */
public record AffiliationCorrected(UUID memberId, LocalDate on) {}
