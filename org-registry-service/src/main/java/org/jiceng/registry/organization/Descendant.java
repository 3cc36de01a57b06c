package org.jiceng.registry.organization;

/**
 * An organisation of a subtree; its parent stands in its own view.
 *
 * @param depth by line how many ranks below the asked one, itself being 0; by territory how many
 *     levels its area lies below the area of the asked one
 */
public record Descendant(int depth, OrganizationView organization) {}
