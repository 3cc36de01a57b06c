package org.jiceng.certification.kit;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.nio.charset.StandardCharsets;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.RecordedEvent;

/**
 * An event of a log as a consumer sees it.
 *
 * @param known what it says, by the contracts of today; null for one of a type to come
 */
record Told(CloudEvent event, RecordedEvent known) {
  static Told of(RecordedEvent event) {
    return new Told(CloudEventCodec.toCloudEvent(event), event);
  }

  /** What Kafka orders by, within one log. */
  String key() {
    return event.getSource() + " " + event.getExtension("partitionkey");
  }

  /** In structured mode, on one line. */
  String line() {
    byte[] json =
        EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE).serialize(event);
    return new String(json, StandardCharsets.UTF_8) + "\n";
  }
}
