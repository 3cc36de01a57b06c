package org.jiceng.reporting.report.template;

/**
 * What is wrong with a template.
 *
 * @param field where, such as {@code sections[2].figures[0]}
 * @param code in one word; the sentence stands in the bundles under {@code violation.<code>}
 * @param word what the sentence is about
 */
public record TemplateFault(String field, String code, String word) {}
