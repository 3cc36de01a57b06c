package org.jiceng.activity.site;

import java.util.UUID;

/** A site that the caller manages and is changing: the version is the one that the change makes. */
public record ManagedSite(UUID id, long version) {}
