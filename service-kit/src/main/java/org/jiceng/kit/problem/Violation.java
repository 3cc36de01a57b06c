package org.jiceng.kit.problem;

/**
 * What is wrong with one field: its name, a stable code and a sentence in the caller's language.
 */
public record Violation(String field, String code, String message) {}
