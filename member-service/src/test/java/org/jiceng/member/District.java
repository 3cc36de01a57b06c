package org.jiceng.member;

import static io.restassured.RestAssured.given;

import io.agroal.api.AgroalDataSource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiceng.kit.codes.IdNumber;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.Tokens;

/** What tests need of a district: organisations in the local copy, made-up people over HTTP. */
@ApplicationScoped
public class District {
  /** Names and numbers that must never leave the tables. */
  public static final String NAME = "司马试验";

  public static final String PHONE = "13911114321";

  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private final AgroalDataSource dataSource;

  District(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  public UUID organization() {
    return organization(null, "ACTIVE");
  }

  public UUID organization(UUID parent) {
    return organization(parent, "ACTIVE");
  }

  public UUID organization(UUID parent, String state) {
    UUID id = UUID.randomUUID();
    execute(
        """
        insert into organization_node (organization_id, code, name, parent_id, area_code, type,
                                       sector, state, path, established_on)
        values (?, ?, 'x', ?, '110105001001', 'BRANCH', 'COMMUNITY', ?, ?::ltree,
                date '2000-01-01')""",
        id,
        codeOf(id),
        parent,
        state,
        parent == null ? label(id) : label(parent) + "." + label(id));
    return id;
  }

  public static String codeOf(UUID organization) {
    return label(organization).substring(0, 12);
  }

  /** The ID number of a person whom no other test knows, in an unassigned region. */
  public static String newIdNumber() {
    int person = PEOPLE.incrementAndGet();
    return IdNumber.of("990105", LocalDate.of(1950, 1, 1).plusDays(person / 900), person % 900)
        .value();
  }

  public static RequestSpecification as(String role) {
    return with(Tokens.of(role).wholeDistrict());
  }

  /** The registrar of one organisation and what is below it. */
  public static RequestSpecification officeOf(UUID organization) {
    return with(Tokens.of(Roles.REGISTRAR).org(organization));
  }

  public static RequestSpecification with(Tokens token) {
    return given().auth().oauth2(token.sign()).contentType(ContentType.JSON);
  }

  /** A request to admit a full member in 2009. */
  public static Map<String, Object> newMember(UUID organization) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("idNumber", newIdNumber());
    wanted.put("name", NAME);
    wanted.put("phone", PHONE);
    wanted.put("ethnicity", "01");
    wanted.put("education", "21");
    wanted.put("organizationId", organization);
    wanted.put("status", "FULL");
    wanted.put("joinedOn", "2001-07-01");
    wanted.put("affiliatedOn", "2009-03-01");
    return wanted;
  }

  public static ValidatableResponse admit(Map<String, Object> wanted) {
    return as(Roles.REGISTRAR).body(wanted).post("/api/v1/members").then();
  }

  /** The id of a new member of the organisation. */
  public static UUID member(UUID organization) {
    return UUID.fromString(admit(newMember(organization)).statusCode(201).extract().path("id"));
  }

  public static JsonPath request(UUID member, UUID destination, String on) {
    return as(Roles.REGISTRAR)
        .body(Map.of("memberId", member, "destinationId", destination, "effectiveOn", on))
        .post("/api/v1/transfers")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  /** A command to a record in that version. */
  public static ValidatableResponse command(
      RequestSpecification request, String path, int version, Object body) {
    return request.header("If-Match", "\"" + version + "\"").body(body).post(path).then();
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

  /** The events told of an aggregate, in order, each with its effective date. */
  public String eventsOf(Object aggregate) {
    return text(
        """
        select string_agg(replace(replace(type, 'org.jiceng.member.', ''), '.v1', '')
                          || ' ' || effective_on, ', ' order by sequence)
          from outbox where aggregateid = ?""",
        aggregate.toString());
  }

  /** Where the member was, from when to when. */
  public String affiliationsOf(UUID member) {
    return text(
        """
        select string_agg(o.code || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-'), ', '
                          order by valid_from, valid_to nulls last)
          from affiliation a join organization_node o using (organization_id)
         where member_id = ?""",
        member);
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
