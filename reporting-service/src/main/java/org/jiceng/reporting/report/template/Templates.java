package org.jiceng.reporting.report.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The templates there are: the resource files {@code reports/<name>.json}. A wrong one keeps the
 * service from starting.
 */
@ApplicationScoped
public class Templates {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Template> all = new LinkedHashMap<>();

  Templates(
      @ConfigProperty(name = "jiceng.report.templates") List<String> names, Vocabulary vocabulary) {
    for (String name : names) {
      Template template = read(name);
      List<TemplateFault> faults = TemplateRules.faultsOf(template, vocabulary);
      if (!faults.isEmpty() || !name.equals(template.template())) {
        throw new IllegalStateException("the template " + name + " is wrong: " + faults);
      }
      all.put(name, template);
    }
  }

  /** At start, not when the first report is asked for. */
  void onStart(@Observes StartupEvent started) {
    all();
  }

  /** All, in the order of the configuration. */
  public Collection<Template> all() {
    return all.values();
  }

  /** The one of that name. */
  public Optional<Template> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  private static Template read(String name) {
    String resource = "reports/" + name + ".json";
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream file = loader.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("there is no " + resource);
      }
      return JSON.readValue(file, Template.class);
    } catch (IOException e) {
      throw new IllegalStateException("the template " + name + " cannot be read", e);
    }
  }
}
