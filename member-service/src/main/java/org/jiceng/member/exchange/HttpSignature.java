package org.jiceng.member.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;
import org.jiceng.kit.problem.Problem;

/**
 * A signature over the parts of a request (RFC 9421) with Ed25519, under the label {@code jiceng}.
 *
 * @param parameters what is covered, with {@code created}, {@code keyid} and {@code nonce}, as it
 *     came; it is signed itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpSignature(InnerList parameters, byte[] signature) {
  static final String INPUT = "Signature-Input";
  static final String HEADER = "Signature";
  private static final String LABEL = "jiceng";
  private static final String ED25519 = "Ed25519";

  /** Signs a request under the name of a key. */
  static HttpSignature of(
      SignedParts parts, String keyId, UUID nonce, Instant created, PrivateKey key) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("created", created.getEpochSecond());
    parameters.put("keyid", keyId);
    parameters.put("nonce", nonce.toString());
    parameters.put("alg", "ed25519");
    List<Item<? extends Object>> covered = new ArrayList<>();
    parts.byName().keySet().forEach(name -> covered.add(StringItem.valueOf(name)));
    InnerList input = InnerList.valueOf(covered).withParams(Parameters.valueOf(parameters));
    try {
      Signature signer = Signature.getInstance(ED25519);
      signer.initSign(key);
      signer.update(base(parts.byName(), input));
      return new HttpSignature(input, signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the request could not be signed", e);
    }
  }

  /** What a request says of its signature (401 when that cannot be made out). */
  static HttpSignature read(String input, String signature) {
    if (input == null || signature == null) {
      throw new Problem(ExchangeProblems.UNSIGNED);
    }
    try {
      if (Parser.parseDictionary(input).get().get(LABEL) instanceof InnerList parameters
          && Parser.parseDictionary(signature).get().get(LABEL) instanceof ByteSequenceItem bytes) {
        return new HttpSignature(parameters, ContentDigest.bytes(bytes.get()));
      }
    } catch (IllegalArgumentException e) {
      throw new Problem(ExchangeProblems.UNREADABLE);
    }
    throw new Problem(ExchangeProblems.UNREADABLE);
  }

  /** The headers that carry it. */
  Map<String, String> headers() {
    return Map.of(
        INPUT, labelled(parameters), HEADER, labelled(ByteSequenceItem.valueOf(signature)));
  }

  String keyId() {
    return text("keyid");
  }

  /** The id of the message (401 when it is none). */
  UUID nonce() {
    try {
      return UUID.fromString(text("nonce"));
    } catch (IllegalArgumentException e) {
      throw new Problem(ExchangeProblems.INCOMPLETE);
    }
  }

  Instant created() {
    if (parameters.getParams().get("created") instanceof IntegerItem seconds) {
      return Instant.ofEpochSecond(seconds.getAsLong());
    }
    throw new Problem(ExchangeProblems.INCOMPLETE);
  }

  /** Refuses one that leaves out what could then be another (401). */
  void requireCovering(SignedParts parts) {
    List<String> covered = new ArrayList<>();
    for (Item<? extends Object> item : parameters.get()) {
      covered.add(item.getParams().isEmpty() ? String.valueOf(item.get()) : "?");
    }
    if (!covered.equals(List.copyOf(parts.byName().keySet()))) {
      throw new Problem(ExchangeProblems.INCOMPLETE);
    }
  }

  /** Whether one of the keys has made it, over exactly these parts. */
  boolean isBy(List<PublicKey> keys, SignedParts parts) {
    byte[] base = base(parts.byName(), parameters);
    return keys.stream().anyMatch(key -> isBy(key, base));
  }

  private boolean isBy(PublicKey key, byte[] base) {
    try {
      Signature verifier = Signature.getInstance(ED25519);
      verifier.initVerify(key);
      verifier.update(base);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private String text(String parameter) {
    if (parameters.getParams().get(parameter) instanceof StringItem text) {
      return text.get();
    }
    throw new Problem(ExchangeProblems.INCOMPLETE);
  }

  private static byte[] base(Map<String, String> parts, InnerList input) {
    StringBuilder base = new StringBuilder();
    parts.forEach(
        (name, value) -> base.append('"').append(name).append("\": ").append(value).append('\n'));
    return base.append("\"@signature-params\": ")
        .append(input.serialize())
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String labelled(ListElement<? extends Object> value) {
    return Dictionary.valueOf(Map.of(LABEL, value)).serialize();
  }
}
