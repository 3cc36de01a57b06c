/**
 * Hands members over between districts that talk to each other: signed requests over HTTP, sent
 * until they are answered, of which each has one effect however often it comes. Who decides what is
 * in {@code Transfer}; here is how it travels (ADR 13).
 */
package org.jiceng.member.exchange;
