/** Bookings (场地预约): who has which space from when to when. */
package org.jiceng.activity.booking;
