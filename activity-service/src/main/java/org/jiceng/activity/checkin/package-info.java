/** Check-in (签到): a code that is shown, and the phones that have seen it. */
package org.jiceng.activity.checkin;
