package org.jiceng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Members of the sample district to work with. */
final class Members {
  private Members() {}

  /** A member and where they are affiliated. */
  record Known(String id, String organizationId) {}

  /** Some members, by the list that any client may ask for. */
  static List<Known> some(Api member, int count) throws Exception {
    List<Known> members = new ArrayList<>();
    String cursor = "";
    while (members.size() < count) {
      JsonNode page = member.get("members?limit=500" + cursor).json();
      for (JsonNode item : page.get("items")) {
        members.add(new Known(item.get("id").asText(), item.get("organizationId").asText()));
      }
      if (page.path("nextCursor").isNull()) {
        break;
      }
      cursor = "&cursor=" + page.get("nextCursor").asText();
    }
    return members;
  }
}
