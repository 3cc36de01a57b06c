package org.jiceng.member.exchange;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The message that is being taken in, once its signature has been found good. */
@RequestScoped
public class PeerRequest {
  private String peer;
  private UUID messageId;
  private byte[] fingerprint;

  void is(String from, UUID id, byte[] print) {
    peer = from;
    messageId = id;
    fingerprint = print;
  }

  /** Who sends it. */
  String peer() {
    return peer;
  }

  /** What it is known by when it comes again. */
  UUID messageId() {
    return messageId;
  }

  /** What another one under the same id would differ in. */
  byte[] fingerprint() {
    return fingerprint;
  }
}
