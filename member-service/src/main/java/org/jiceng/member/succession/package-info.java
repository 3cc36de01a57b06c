/** How members, transfers and mobile registrations follow organisations that became others. */
package org.jiceng.member.succession;
