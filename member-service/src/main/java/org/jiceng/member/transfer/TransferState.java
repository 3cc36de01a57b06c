package org.jiceng.member.transfer;

/** Where a transfer stands; open are the first three. */
public enum TransferState {
  /** Asked for; the source decides. */
  REQUESTED,
  /** The source has issued a letter; the destination receives. */
  APPROVED,
  /** The destination has sent the letter back; the source issues it anew or withdraws. */
  RETURNED,
  /** Received: the member belongs to the destination; the receipt is on its way to the source. */
  COMPLETED,
  /** The source has acknowledged the receipt. */
  ACKNOWLEDGED,
  /** One of the two said no. */
  REFUSED,
  /** Withdrawn, or without its member. */
  CANCELLED,
  /** The letter, or the request, was left lying for too long. */
  EXPIRED;

  boolean isOpen() {
    return this == REQUESTED || this == APPROVED || this == RETURNED;
  }

  /** Some office has to act: on an open one, or to acknowledge a receipt. */
  boolean isWaiting() {
    return isOpen() || this == COMPLETED;
  }
}
