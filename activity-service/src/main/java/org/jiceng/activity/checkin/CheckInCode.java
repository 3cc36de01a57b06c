package org.jiceng.activity.checkin;

import java.time.Instant;
import java.util.UUID;

/** What a code says: which activity, and from when on it was shown (UTC, whole seconds). */
record CheckInCode(UUID activityId, Instant shownFrom) {}
