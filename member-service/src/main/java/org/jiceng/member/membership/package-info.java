/** Members: admission, confirmation, the end, and where each was affiliated at any instant. */
package org.jiceng.member.membership;
