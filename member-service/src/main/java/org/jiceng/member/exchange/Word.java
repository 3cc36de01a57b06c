package org.jiceng.member.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.codes.ReasonCode;

/**
 * Any other word about a hand-over: what it says is in the address it is sent to.
 *
 * @param handover what the source calls the whole matter
 * @param letter which of the source's letters it is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExchangeWord")
public record Word(@NotNull UUID handover, @Min(1) int letter, @ReasonCode String reasonCode) {}
