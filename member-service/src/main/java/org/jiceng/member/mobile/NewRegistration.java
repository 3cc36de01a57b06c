package org.jiceng.member.mobile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.member.person.PersonForm;

/** The request to host someone who is affiliated elsewhere. */
public record NewRegistration(
    @NotBlank @Size(max = 40) @Schema(examples = "990105198001010019") String idNumber,
    @NotBlank @Size(max = 60) @Schema(examples = "李四") String name,
    @Pattern(regexp = PersonForm.PHONE) @Schema(examples = "13800005678") String phone,
    @NotNull UUID hostId,
    @Size(max = 200)
        @Schema(examples = "外省某市某街道党支部", description = "Where the person is affiliated")
        String homeDescription,
    @Schema(examples = "2009-06-01", description = "Today where it is not given")
        LocalDate hostedOn) {
  @Override
  public String toString() {
    return "a new registration";
  }
}
