/** How a person is forgotten while the figures stay right. */
package org.jiceng.member.erasure;
