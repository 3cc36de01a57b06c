package org.jiceng.activity;

import static io.restassured.RestAssured.given;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.activity.area.AreaTree;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.Tokens;

/** What tests need of a district: organisations in the local copy, sites and bookings over HTTP. */
@ApplicationScoped
public class District {
  /** A moment far enough ahead for tests to book around it. */
  public static final Instant NEXT_WEEK =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(7, ChronoUnit.DAYS).plusSeconds(3600);

  private final AgroalDataSource dataSource;

  District(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** An organisation at work, below a parent or at the top. */
  public UUID organization(UUID parent) {
    return organization(parent, "ACTIVE");
  }

  public UUID organization(UUID parent, String state) {
    return organization(parent, state, "110105001001");
  }

  /** An organisation at work at the top, with its own territory. */
  public UUID organizationIn(String area) {
    return organization(null, "ACTIVE", area);
  }

  /** An organisation of a type, founded on a day. */
  public UUID organizationOf(String type, String establishedOn) {
    UUID id = organization(null);
    execute(
        "update organization_node set type = ?, established_on = ?::date where organization_id = ?",
        type,
        establishedOn,
        id);
    return id;
  }

  private UUID organization(UUID parent, String state, String area) {
    UUID id = UUID.randomUUID();
    String path = parent == null ? label(id) : label(parent) + "." + label(id);
    execute(
        """
        insert into organization_node (organization_id, code, name, parent_id, area_code, type,
                                       sector, state, path, established_on)
        values (?, ?, 'x', ?, ?, 'BRANCH', 'COMMUNITY', ?, ?::ltree, date '2000-01-01')""",
        id,
        codeOf(id),
        parent,
        area,
        state,
        path);
    known(area);
    return id;
  }

  /** The business code of an organisation made here. */
  public static String codeOf(UUID organization) {
    return label(organization).substring(0, 12);
  }

  /** A code that no other test uses. */
  public static String newCode() {
    return label(UUID.randomUUID()).substring(0, 16);
  }

  /** A request by a role over the whole district. */
  public static RequestSpecification as(String role) {
    return with(Tokens.of(role).wholeDistrict());
  }

  /** A request with a token. */
  public static RequestSpecification with(Tokens token) {
    return given().auth().oauth2(token.sign()).contentType(ContentType.JSON);
  }

  /** An area that the registry has told of, lying where its digits say. */
  public String known(String area) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (Connection connection = dataSource.getConnection()) {
                new AreaTree(connection).expect(Set.of(area));
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    return area;
  }

  /** A site in a community of its own township, with a space of each capacity. */
  public JsonPath site(UUID organization, String area, int... capacities) {
    known(area);
    List<Map<String, Object>> spaces = new ArrayList<>();
    for (int capacity : capacities) {
      spaces.add(Map.of("name", "room", "capacity", capacity));
    }
    return as(Roles.REGISTRAR)
        .body(
            Map.of(
                "code",
                newCode(),
                "name",
                "活动室",
                "kind",
                "ACTIVITY_ROOM",
                "origin",
                "COMMUNITY",
                "areaCode",
                area,
                "organizationId",
                organization,
                "floorArea",
                120.5,
                "effectiveOn",
                "2009-06-01",
                "spaces",
                spaces))
        .post("/api/v1/sites")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  /** An area code in a township that no other test uses. */
  public static String newCommunity() {
    int township = 1 + (int) (Math.random() * 998);
    return "9%05d%03d001".formatted((int) (Math.random() * 100_000), township);
  }

  /** Books a space, as the organisation's secretary would. */
  public static ValidatableResponse book(
      String space, UUID organization, Instant startsAt, Instant endsAt) {
    return as(Roles.SECRETARY)
        .body(
            Map.of(
                "spaceId",
                space,
                "organizationId",
                organization,
                "startsAt",
                startsAt,
                "endsAt",
                endsAt))
        .post("/api/v1/bookings")
        .then();
  }

  /** The first column of the first row. */
  public String text(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = prepare(connection, sql, values);
        ResultSet rows = select.executeQuery()) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The types of the events told of an aggregate, in order, without their common beginning. */
  public String eventsOf(Object aggregate) {
    return text(
        """
        select string_agg(replace(type, 'org.jiceng.activity.', ''), ' ' order by sequence)
          from outbox where aggregateid = ?""",
        aggregate.toString());
  }

  public void execute(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepare(connection, sql, values)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static String label(UUID id) {
    return id.toString().replace("-", "");
  }
}
