/** What identifies a person: sealed at rest, masked for whoever may not see it. */
package org.jiceng.member.person;
