/** Calendar feeds (日历订阅): bookings where people look at their days. */
package org.jiceng.activity.calendar;
