package org.jiceng.kit.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The request to be sent events.
 *
 * @param url where to, by https
 * @param types the event types wanted; none for all of the service
 * @param secret {@code whsec_} and base64 of 24 to 64 bytes; made here if not given
 * @param from {@code now}, or the position after which to begin: 0 for everything there ever was
 */
public record NewWebhook(
    @NotBlank @Size(max = 2000) @Schema(examples = "https://example.org/jiceng") String url,
    @Size(max = 100) List<@NotBlank @Size(max = 120) String> types,
    @Size(max = 100) String secret,
    @Pattern(regexp = "now|\\d{1,18}") @Schema(defaultValue = "now") String from) {

  /** Without the secret, which belongs in no log. */
  @Override
  public String toString() {
    return "NewWebhook[url=" + url + "]";
  }
}
