package org.jiceng.registry.register;

import java.time.LocalDate;
import java.util.Map;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.imports.ImportContext;

/** What a register file is complete for, from which day on it holds, how much may be gone. */
record RegisterRequest(AreaCode area, LocalDate on, String maxGone) {
  Map<String, String> parameters() {
    return Map.of("areaCode", area.value(), "effectiveOn", on.toString(), "maxGone", maxGone);
  }

  static RegisterRequest of(ImportContext context) {
    Map<String, String> parameters = context.parameters();
    return new RegisterRequest(
        AreaCode.parse(parameters.get("areaCode")),
        LocalDate.parse(parameters.get("effectiveOn")),
        parameters.get("maxGone"));
  }

  GoneLimit limit() {
    return GoneLimit.parse(maxGone);
  }
}
