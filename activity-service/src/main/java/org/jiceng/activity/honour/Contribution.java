package org.jiceng.activity.honour;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an honour has contributed: so many of what the code says, on a business date.
 *
 * @param contributionCode a word in capitals such as {@code PEOPLE_SERVED}
 */
@Schema(name = "Contribution")
public record Contribution(UUID id, String contributionCode, int count, LocalDate contributedOn) {}
