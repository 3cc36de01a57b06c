package org.jiceng.activity.attendance;

import java.util.UUID;

/**
 * How many attended an activity.
 *
 * @param id the activity's
 * @param hosted how many of these are mobile members whom one of the organisations hosts
 */
public record AttendanceCount(UUID id, long attendances, long hosted, long version) {}
