package org.jiceng.member.transfer;

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
 * The letter with which someone comes from another district. Sex and birth come from the ID number;
 * ethnicity and education are codes (GB/T 3304, GB/T 4658).
 */
public record NewArrival(
    @NotBlank @Size(max = 40) @Schema(examples = "990105198001010019") String idNumber,
    @NotBlank @Size(max = 60) @Schema(examples = "张三") String name,
    @NotBlank @Size(max = 2) @Schema(examples = "01") String ethnicity,
    @NotBlank @Size(max = 2) @Schema(examples = "21") String education,
    @Pattern(regexp = PersonForm.PHONE) @Schema(examples = "13800005678") String phone,
    @NotNull MembershipStatus status,
    @NotNull @Schema(examples = "2008-07-01") LocalDate joinedOn,
    @NotNull UUID destinationId,
    @NotBlank @Size(max = 200) @Schema(examples = "上海市黄浦区外滩街道党工委") String elsewhere,
    @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9./_-]+") String letterNumber,
    @NotNull @Schema(examples = "2009-03-01") LocalDate issuedOn,
    @NotNull @Schema(examples = "2009-06-01") LocalDate validUntil) {
  @Override
  public String toString() {
    return "a new arrival";
  }
}
