package org.jiceng.member.exchange;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The message that is being taken in, once its signature has been found good. */
@RequestScoped
public class PeerRequest {
  private String peer;
  private UUID messageId;
  private byte[] content;

  void is(String from, UUID id, byte[] whole) {
    peer = from;
    messageId = id;
    content = whole;
  }

  /** Who sends it. */
  String peer() {
    return peer;
  }

  /** What it is known by when it comes again. */
  UUID messageId() {
    return messageId;
  }

  /** The digest of all that was signed: what another one under the same id would differ in. */
  byte[] content() {
    return content;
  }
}
