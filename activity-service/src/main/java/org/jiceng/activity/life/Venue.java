package org.jiceng.activity.life;

import java.util.UUID;

/** Where an activity takes place: by a booking, at a site, or at a place in words; all may lack. */
record Venue(UUID siteId, UUID bookingId, String place) {}
