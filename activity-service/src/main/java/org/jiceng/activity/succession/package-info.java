/** How sites, bookings and honours follow organisations that became others. */
package org.jiceng.activity.succession;
