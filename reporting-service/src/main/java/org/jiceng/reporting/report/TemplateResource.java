package org.jiceng.reporting.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.web.Page;
import org.jiceng.reporting.report.template.Template;
import org.jiceng.reporting.report.template.Templates;

/** What reports there can be. */
@Path("/api/v1/report-templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
@PermitAll
public class TemplateResource {
  private final Templates templates;

  TemplateResource(Templates templates) {
    this.templates = templates;
  }

  @GET
  @Operation(summary = "Every template: of what period and area, and what it tells")
  public Page<Template> list() {
    return new Page<>(List.copyOf(templates.all()), null);
  }
}
