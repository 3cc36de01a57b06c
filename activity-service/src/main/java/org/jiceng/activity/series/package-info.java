/** Booking series (系列预约): one rule, many bookings. */
package org.jiceng.activity.series;
