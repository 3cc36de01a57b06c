package org.jiceng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A search by a part of a name, rare and frequent ones, against reading one by its key. */
final class SearchRow implements Row {
  private final Stack stack;

  SearchRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String description() {
    return "p99 of a search by a part of a name (1 to 6 characters, 公司 too), 20 hits, against the"
        + " p99 of reading one organisation by its id, both over HTTP";
  }

  @Override
  public Result measure() throws Exception {
    try (Api api = stack.registry()) {
      List<String> ids = new ArrayList<>();
      List<String> words = new ArrayList<>(List.of("公司", "公", "支部"));
      for (JsonNode item : api.get("organizations?limit=500").json().get("items")) {
        ids.add(item.get("id").asText());
        part(item.get("name").asText(), words);
      }
      for (JsonNode item : api.get("units?limit=500").json().get("items")) {
        part(item.get("name").asText(), words);
      }
      double[] p99 =
          Tail.p99Millis(
              i -> api.get("search?limit=20&q=" + words.get(i % words.size())),
              i -> api.get("organizations/" + ids.get(i % ids.size())));
      return new Result(name(), p99[0], p99[1], "ms", Result.Bound.AT_MOST, 3);
    }
  }

  /** From somewhere in the name, of another length each time. */
  private static void part(String name, List<String> words) {
    int length = Math.min(name.length(), 1 + words.size() % 6);
    int from = words.size() * 7 % (name.length() - length + 1);
    words.add(URLEncoder.encode(name.substring(from, from + length), StandardCharsets.UTF_8));
  }
}
