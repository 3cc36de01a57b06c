package org.jiceng.member.membership;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.member.person.PersonForm;

/** What is new about a member; what is not given stays as it was. */
public record ProfileChange(
    @Size(min = 1, max = 40) @Schema(examples = "990105198001010019") String idNumber,
    @Size(min = 1, max = 60) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") @Schema(examples = "张三")
        String name,
    @Size(max = 2) @Schema(examples = "01") String ethnicity,
    @Size(max = 2) @Schema(examples = "11") String education,
    @Pattern(regexp = PersonForm.PHONE) @Schema(examples = "13800005678") String phone,
    @Schema(examples = "2009-09-01") LocalDate effectiveOn) {
  @Override
  public String toString() {
    return "a profile change";
  }
}
