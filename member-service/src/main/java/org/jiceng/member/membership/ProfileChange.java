package org.jiceng.member.membership;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.person.PersonForm;

/** What is new about a member; what is not given stays as it was. */
public record ProfileChange(
    @Size(min = 1, max = 40) @Schema(examples = "990105198001010019") String idNumber,
    @Size(min = 1, max = 60) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*") @Schema(examples = "张三")
        String name,
    @Size(max = 2) @Schema(examples = "01") String ethnicity,
    @Size(max = 2) @Schema(examples = "11") String education,
    @Pattern(regexp = PersonForm.PHONE) @Schema(examples = "13800005678") String phone,
    @Schema(description = "The unit of the registry in which the member works from then on")
        UUID workUnitId,
    @Schema(description = "Whether the member works in no unit from then on; without workUnitId")
        Boolean withoutWorkUnit,
    @Schema(examples = "2009-09-01") LocalDate effectiveOn) {

  /** Whether anything is said of the workplace; not two things at once (422). */
  boolean tellsWorkplace() {
    boolean none = Boolean.TRUE.equals(withoutWorkUnit);
    if (workUnitId != null && none) {
      throw Problem.violation("withoutWorkUnit", "works-somewhere");
    }
    return workUnitId != null || none;
  }

  @Override
  public String toString() {
    return "a profile change";
  }
}
