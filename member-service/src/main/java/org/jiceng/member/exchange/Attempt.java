package org.jiceng.member.exchange;

import java.util.Optional;

/**
 * How sending something to another district ended.
 *
 * @param body what came back; empty if there was no answer that counts
 * @param failure why not, as a word
 * @param refused whether it arrived and was refused as such; else sending it again may do
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Attempt(Optional<byte[]> body, String failure, boolean refused) {
  static Attempt answered(byte[] body) {
    return new Attempt(Optional.of(body), null, false);
  }

  static Attempt failed(String failure) {
    return new Attempt(Optional.empty(), failure, false);
  }

  static Attempt refused(String failure) {
    return new Attempt(Optional.empty(), failure, true);
  }

  @Override
  public String toString() {
    return failure == null ? "answered" : failure;
  }
}
