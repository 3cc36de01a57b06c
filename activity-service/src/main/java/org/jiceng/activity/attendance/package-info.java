/** Activities that took place, and who attended: members of one's own and those one hosts. */
package org.jiceng.activity.attendance;
