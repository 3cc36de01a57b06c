package org.jiceng.registry.organization;

/** What has been done and should be looked at: a code for programs, a sentence for people. */
public record Warning(String code, String message) {}
