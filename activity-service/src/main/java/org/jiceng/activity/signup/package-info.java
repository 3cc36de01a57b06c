/** Who wants to come to an activity, and who waits for a place (报名). */
package org.jiceng.activity.signup;
