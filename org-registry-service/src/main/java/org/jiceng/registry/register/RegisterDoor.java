package org.jiceng.registry.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.Named;

/** What the doors to all registers do alike. */
@ApplicationScoped
class RegisterDoor {
  private final Imports imports;
  private final RegisterReports reports;
  private final Named named;
  private final BusinessClock clock;

  RegisterDoor(Imports imports, RegisterReports reports, Named named, BusinessClock clock) {
    this.imports = imports;
    this.reports = reports;
    this.named = named;
    this.clock = clock;
  }

  /** Takes a file in; its area must be the sender's (404) and open (422). */
  Response accept(
      Register register,
      AreaCode areaCode,
      LocalDate effectiveOn,
      String maxGone,
      boolean dryRun,
      String contentType,
      InputStream file) {
    RegisterRequest request =
        new RegisterRequest(areaCode, clock.pastOrToday(effectiveOn), maxGone);
    request.limit();
    named.requireAreaInScope(areaCode.value());
    named.requireArea("areaCode", areaCode.value());
    return imports.accept(register.name(), dryRun, contentType, file, request.parameters());
  }

  RegisterComparison comparison(Register register, UUID id) {
    return reports.of(register, id);
  }

  /** The differences, as long as they are not forgotten (404). */
  StreamingOutput differences(Register register, UUID id) {
    reports.of(register, id).requireDifferences();
    return out -> reports.write(register, id, out);
  }
}
