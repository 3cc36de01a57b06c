package org.jiceng.kit.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What shall be different; what is null stays as it is. */
public record WebhookChange(
    @Size(min = 1, max = 2000) String url,
    @Size(max = 100) List<@NotBlank @Size(max = 120) String> types,
    Running state) {

  /** Whether events are sent for now. */
  public enum Running {
    ACTIVE,
    PAUSED
  }
}
