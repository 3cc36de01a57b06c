package org.jiceng.reporting.statistics;

import java.util.UUID;

/**
 * An organisation or an area by what it is called today.
 *
 * @param organization its id, null of an area
 * @param area its code, null of an organisation
 * @param code by which people know it: of an area its own once more
 * @param nameEn null of an organisation
 */
public record NamedPlace(UUID organization, String area, String code, String name, String nameEn) {}
