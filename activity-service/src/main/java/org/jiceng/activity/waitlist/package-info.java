/** Waitlists (候补): who has a space when it becomes free. */
package org.jiceng.activity.waitlist;
