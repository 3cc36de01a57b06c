package org.jiceng.events;

/** What happened to a transfer. */
public enum TransferStep {
  /** Asked for, or announced by a letter from elsewhere. */
  REQUESTED,
  /** The source has issued a letter. */
  APPROVED,
  /** The destination has sent the letter back. */
  RETURNED,
  /** The source has issued the letter anew. */
  REISSUED,
  /** The destination has received the member. */
  COMPLETED,
  /** The source has acknowledged the receipt. */
  ACKNOWLEDGED,
  /** One of the two said no. */
  REFUSED,
  /** Whoever asked withdrew. */
  CANCELLED,
  /** The letter or the request has run out. */
  EXPIRED
}
