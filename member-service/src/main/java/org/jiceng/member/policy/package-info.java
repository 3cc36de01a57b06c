/** Numbers from regulations, each from the day on which it came to hold. */
package org.jiceng.member.policy;
