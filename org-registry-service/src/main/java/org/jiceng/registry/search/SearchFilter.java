package org.jiceng.registry.search;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Territory;

/** What is searched for, and among whom. */
public class SearchFilter {
  @QueryParam("q")
  @NotBlank
  @Size(max = 100)
  String q;

  @QueryParam("kind")
  Hit.Kind kind;

  @QueryParam("type")
  OrganizationType type;

  @QueryParam("sector")
  Sector sector;

  @QueryParam("state")
  State state;

  @QueryParam("areaCode")
  AreaCode areaCode;

  /** The states of an organisation. */
  public enum State {
    ACTIVE,
    SUSPENDED,
    DISSOLVED
  }

  String text() {
    return q.strip();
  }

  String code() {
    return text().toUpperCase(Locale.ROOT);
  }

  /** Where to look, one after the other. */
  List<Source> sources() {
    boolean organizationsOnly = type != null || sector != null || state != null;
    return Stream.of(Source.ORGANIZATIONS, Source.UNITS)
        .filter(source -> kind == null || source.kind() == kind)
        .filter(source -> source == Source.ORGANIZATIONS || !organizationsOnly)
        .toList();
  }

  /** The filters beside the text. */
  Condition narrow(Condition select, Source source) {
    if (source == Source.ORGANIZATIONS) {
      select.and("type = ?", type).and("sector = ?", sector).and("state = ?", state);
    }
    return Territory.within(select, "area_code", areaCode == null ? null : areaCode.value(), null);
  }

  /** What a person types is text, not a pattern. */
  String pattern() {
    return literally() + "%";
  }

  private String literally() {
    return text().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
