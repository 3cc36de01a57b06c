package org.jiceng.member.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;

/** Which organisations there are to receive, here and in other districts. */
@ApplicationScoped
class Directory {
  private static final String FIND =
      """
      select code, name from organization_node
       where state = 'ACTIVE' and (code = ? or position(lower(?) in lower(name)) > 0)
       order by code limit 20""";

  private final Database database;
  private final Districts districts;
  private final PeerClient client;
  private final ObjectMapper json;

  Directory(Database database, Districts districts, PeerClient client, ObjectMapper json) {
    this.database = database;
    this.districts = districts;
    this.client = client;
    this.json = json;
  }

  /** Up to twenty organisations by their code, or by a part of their name. */
  @Schema(name = "ExchangeOrganizations")
  public record Found(List<Entry> items) {}

  /** An organisation that can receive. */
  @Schema(name = "ExchangeOrganization")
  public record Entry(String code, String name) {}

  /** Those of this district, for another. */
  Found here(String query) {
    return new Found(
        database.list(FIND, row -> new Entry(row.getString(1), row.getString(2)), query, query));
  }

  /** Those of another district, which is asked now (503 when it does not answer). */
  Found there(String peer, String query) {
    District district = districts.find(peer).orElseThrow(Problem::notFound);
    String address =
        MessageKind.PATH
            + "organizations?query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8);
    try {
      Attempt attempt = client.get(district, address);
      if (attempt.body().isPresent()) {
        return json.readValue(attempt.body().get(), Found.class);
      }
      throw silent(peer);
    } catch (IOException e) {
      throw silent(peer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent(peer);
    }
  }

  private static Problem silent(String peer) {
    return new Problem(ExchangeProblems.PEER_SILENT, peer);
  }
}
