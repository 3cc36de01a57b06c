package org.jiceng.activity.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bookings as RFC 5545 writes them. The same bookings give the same bytes, for their ETag. */
final class Feed {
  private static final String PRODUCT = "-//Jiceng//Bookings//ZH";

  private Feed() {}

  static byte[] of(List<FeedEntry> entries) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    entries.forEach(entry -> calendar.addEvent(event(entry)));
    return calendar.write().getBytes(StandardCharsets.UTF_8);
  }

  private static VEvent event(FeedEntry entry) {
    VEvent event = new VEvent();
    event.setUid(entry.bookingId() + "@jiceng");
    event.setDateTimeStamp(Date.from(entry.changedAt()));
    event.setDateStart(Date.from(entry.startsAt()));
    event.setDateEnd(Date.from(entry.endsAt()));
    event.setSequence(entry.version());
    event.setSummary(joined(entry.spaceName(), entry.organizationName()));
    event.setLocation(joined(entry.siteName(), entry.spaceName()));
    event.setStatus(status(entry.state()));
    return event;
  }

  private static String joined(String... names) {
    return Stream.of(names).filter(Objects::nonNull).collect(Collectors.joining(" · "));
  }

  private static Status status(String state) {
    return switch (state) {
      case "CANCELLED" -> Status.cancelled();
      case "REQUESTED" -> Status.tentative();
      default -> Status.confirmed();
    };
  }
}
