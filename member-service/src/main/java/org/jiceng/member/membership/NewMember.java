package org.jiceng.member.membership;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.MembershipStatus;
import org.jiceng.member.person.PersonForm;

/**
 * The request to admit someone, or to enter someone who was a member before. Sex and birth come
 * from the ID number; ethnicity and education are codes (GB/T 3304, GB/T 4658).
 */
@Schema(description = "Sex and birth come from the ID number; codes stand under /api/v1/codes")
public record NewMember(
    @NotBlank @Size(max = 40) @Schema(examples = "990105198001010019") String idNumber,
    @NotBlank @Size(max = 60) @Schema(examples = "张三") String name,
    @NotBlank @Size(max = 2) @Schema(examples = "01") String ethnicity,
    @NotBlank @Size(max = 2) @Schema(examples = "21") String education,
    @Pattern(regexp = PersonForm.PHONE) @Schema(examples = "13800005678") String phone,
    @NotNull UUID organizationId,
    @NotNull MembershipStatus status,
    @Schema(examples = "2008-07-01", description = "affiliatedOn where it is not given")
        LocalDate joinedOn,
    @Schema(examples = "2009-03-01", description = "Today where it is not given")
        LocalDate affiliatedOn,
    @Schema(description = "The organisation that admitted the member, if one of the district did")
        UUID admittedBy,
    @Schema(description = "The unit of the registry in which the member works, if known")
        UUID workUnitId) {

  @Override
  public String toString() {
    return "a new member";
  }
}
