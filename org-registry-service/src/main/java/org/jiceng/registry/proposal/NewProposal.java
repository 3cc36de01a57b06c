package org.jiceng.registry.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to propose a command; body is what the command's own endpoint takes. */
public record NewProposal(
    @NotNull ProposalTarget target,
    @NotNull UUID targetId,
    @NotBlank @Size(max = 40) @Schema(examples = "rename") String command,
    @NotNull @Size(max = 20) Map<String, Object> body,
    @NotBlank @Size(max = 2000) String evidence) {}
