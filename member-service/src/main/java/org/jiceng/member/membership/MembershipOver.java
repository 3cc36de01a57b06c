package org.jiceng.member.membership;

import java.time.LocalDate;
import java.util.UUID;

/** Told within the transaction in which a membership ends, to whoever has plans for the member. */
public record MembershipOver(UUID memberId, LocalDate on) {}
