package org.jiceng.reporting.report.template;

import java.util.List;

/**
 * What is wrong with a template.
 *
 * @param at where: a JSON pointer (RFC 6901) into the template, such as {@code
 *     /sections/2/figures/0}
 * @param code in one word; the sentence stands in the bundles under {@code violation.<code>}
 * @param words what the sentence is about
 */
public record TemplateFault(String at, String code, List<Object> words) {}
