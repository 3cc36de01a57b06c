/** Transfers: a member's move between two organisations, seen from both ends until receipt. */
package org.jiceng.member.transfer;
