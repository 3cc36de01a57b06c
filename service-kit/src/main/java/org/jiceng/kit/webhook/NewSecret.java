package org.jiceng.kit.webhook;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The request for another secret.
 *
 * @param secret {@code whsec_} and base64 of 24 to 64 bytes; made here if not given
 * @param overlap how long the secret before also signs, PT24H if not given and at most a week; PT0S
 *     for one that leaked
 */
public record NewSecret(
    @Size(max = 100) String secret,
    @Schema(type = SchemaType.STRING, format = "duration", examples = "PT24H") Duration overlap) {

  /** Without the secret, which belongs in no log. */
  @Override
  public String toString() {
    return "NewSecret[overlap=" + overlap + "]";
  }
}
