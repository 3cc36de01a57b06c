package org.jiceng.member.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * As {@link MemberAffiliated}, of many members who come to one organisation together, by hundreds:
 * whoever listens has one statement for all of them.
 */
public record MembersAffiliated(List<UUID> memberIds, UUID organizationId, LocalDate on) {}
