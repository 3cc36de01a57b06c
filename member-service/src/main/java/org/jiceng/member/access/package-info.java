/** Who has read and changed what is known of a member, for offices and for the member. */
package org.jiceng.member.access;
