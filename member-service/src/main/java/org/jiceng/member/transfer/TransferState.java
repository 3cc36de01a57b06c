package org.jiceng.member.transfer;

/** Where a transfer stands; open are the first two. */
public enum TransferState {
  /** Asked for; the source decides. */
  REQUESTED,
  /** The source has issued a letter; the destination receives. */
  APPROVED,
  /** Received: the member belongs to the destination. */
  COMPLETED,
  /** One of the two said no. */
  REFUSED,
  /** Withdrawn, or without its member. */
  CANCELLED,
  /** The letter was not received in time. */
  EXPIRED;

  boolean isOpen() {
    return this == REQUESTED || this == APPROVED;
  }
}
