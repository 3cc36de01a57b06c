package org.jiceng.kit.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An area of the territory by its twelve digits: six for the district (GB/T 2260), three for the
 * township-level office (GB/T 10114), three for the community or village. An area keeps its code
 * when it is handed to another parent, so that the digits say where it lay first.
 */
@Schema(type = SchemaType.STRING, examples = "110105001001")
public record AreaCode(String value) implements Comparable<AreaCode> {
  private static final int LENGTH = 12;

  /**
   * @throws InvalidCode when it has not twelve digits, or a community below no township
   */
  public AreaCode {
    if (value.length() != LENGTH || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new InvalidCode("area-code-form", "an area code has twelve digits");
    }
    if (value.startsWith("000000") || (value.startsWith("000", 6) && !value.endsWith("000"))) {
      throw new InvalidCode("area-code-level", "an area code names its district and township");
    }
  }

  /**
   * Reads a code as people write it.
   *
   * @throws InvalidCode when it is none
   */
  @JsonCreator
  public static AreaCode parse(String text) {
    return new AreaCode(Halfwidth.of(text));
  }

  /** Whether it names a district. */
  public boolean isDistrict() {
    return value.endsWith("000000");
  }

  /** Whether it names a township-level office. */
  public boolean isTownship() {
    return value.endsWith("000") && !isDistrict();
  }

  /** The area right above by the digits, none for the district. */
  public Optional<AreaCode> parent() {
    if (isDistrict()) {
      return Optional.empty();
    }
    int kept = isTownship() ? 6 : 9;
    return Optional.of(new AreaCode(value.substring(0, kept) + "0".repeat(LENGTH - kept)));
  }

  @Override
  public int compareTo(AreaCode other) {
    return value.compareTo(other.value);
  }

  @JsonValue
  @Override
  public String toString() {
    return value;
  }
}
