/** What a member sees of activities on a phone. */
package org.jiceng.activity.own;
