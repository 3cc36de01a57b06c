package org.jiceng.member.membership;

/** Two records that may be of one person: the earlier entry, and the later one. */
public record LikelyDuplicate(MemberView first, MemberView second) {}
