package org.jiceng.activity.sharing;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.opening.Hours;
import org.jiceng.events.SharingAudience;

/**
 * Who may book at a site: the audience, and the hours in which another holds, from the strictest
 * on. The version is the site's.
 */
public record SharingView(
    UUID siteId, SharingAudience audience, List<NewSharing.Rule> rules, long version) {
  static SharingView of(UUID siteId, Sharing sharing, long version) {
    List<NewSharing.Rule> rules =
        Arrays.stream(SharingAudience.values())
            .filter(other -> other != sharing.audience())
            .flatMap(
                other ->
                    sharing.minutesOf(other).days().stream()
                        .map(
                            d ->
                                new NewSharing.Rule(d.day(), Hours.of(d.from(), d.until()), other)))
            .toList();
    return new SharingView(siteId, sharing.audience(), rules, version);
  }
}
