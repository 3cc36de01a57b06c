/** What this service counts itself. */
package org.jiceng.member.count;
