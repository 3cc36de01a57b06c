package org.jiceng.activity.honour;

import java.time.LocalDate;
import java.util.UUID;

/** What is to be given to whom. */
public record NewHonour(String code, String name, UUID organizationId, LocalDate effectiveOn) {}
