package org.jiceng.member.membership;

import java.util.UUID;

/**
 * Told within the transaction in which a second record of a person is closed, to whoever refers to
 * it: what is said of the person goes on with the record that is kept.
 */
public record MemberMerged(UUID duplicateId, UUID keptId) {}
