package org.jiceng.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hash of a link: HMAC-SHA256 over its number, the hash before it and the whole record. */
@ApplicationScoped
class AuditChain {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_KEY_BYTES = 32;
  private static final int ABSENT = -1;

  private final SecretKeySpec key;

  @Inject
  AuditChain(AuditConfig config) {
    this(config.key().orElseThrow(() -> new IllegalStateException("jiceng.audit.key is not set")));
  }

  AuditChain(String base64Key) {
    byte[] bytes = Base64.getDecoder().decode(base64Key);
    if (bytes.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("jiceng.audit.key must be 32 bytes or more");
    }
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** The hash of the link after another. */
  byte[] link(AuditHead before, AuditEntry entry) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(canonical(before, entry));
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] canonical(AuditHead before, AuditEntry entry) {
    AuditRecord record = entry.record();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(before.chainNo() + 1);
      out.writeInt(before.hash().length);
      out.write(before.hash());
      out.writeLong(entry.seq());
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, record.at()));
      write(out, record.who());
      write(out, record.role());
      write(out, record.action());
      write(out, record.recordType());
      write(out, record.recordId());
      write(out, record.fromIp());
      write(out, record.correlationId());
      if (record.organization() != null) { // records of before it was kept have their old hash
        write(out, record.organization());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    if (text == null) {
      out.writeInt(ABSENT);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
