package org.jiceng.activity.checkin;

import java.time.Instant;

/** A code to be shown from validFrom (inclusive) to validUntil (exclusive); ask again then. */
public record ShownCode(String code, Instant validFrom, Instant validUntil) {}
