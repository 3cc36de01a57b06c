package org.jiceng.member.exchange;

/** Told within the transaction that has something to say to another district. */
record MessageWaiting() {}
