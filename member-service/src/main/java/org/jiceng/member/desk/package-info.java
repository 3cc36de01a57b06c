/** What an office has to do today, in one look. */
package org.jiceng.member.desk;
