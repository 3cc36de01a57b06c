package org.jiceng.reporting.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.ledger.KnownTree;

/**
 * One connection, one snapshot, one knowledge: all that is asked through a view is answered from
 * the same. Its SQL names the tables of the projection by words in braces, those of the tree among
 * them as they were known ({@code {now area}} is the area as it is known today), and the cut of the
 * knowledge on the alias p by {@code {known p}}.
 */
public final class View implements AutoCloseable {
  /** A question that takes longer than callers wait (422). */
  private static final ProblemType TOO_LARGE = new ProblemType(422, "question-too-large");

  private static final int LONGEST_MILLIS = 25_000;
  private static final String CANCELLED = "57014";
  private static final List<String> OF_TREE =
      List.of("lineage", "placement", "territory", "heir", "area");
  private static final Pattern WORD = Pattern.compile("\\{(known |now )?([a-z]*)}");

  private final Connection connection;
  private final String schema;
  private final Knowledge knowledge;
  private final boolean hasSums;
  private final boolean knowsEverything;
  private final long openedAt = System.nanoTime();
  private final String treeSchema;
  private final Map<String, String> written = new TreeMap<>();

  private View(Connection connection, String schema, Knowledge knowledge, boolean hasSums)
      throws SQLException {
    this.connection = connection;
    this.schema = schema;
    this.knowledge = knowledge;
    this.hasSums = hasSums;
    String limit = hasSums ? "set local statement_timeout = " + LONGEST_MILLIS + "; " : "";
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set transaction isolation level repeatable read; "
              + limit
              + "lock table "
              + schema
              + ".posting in access share mode");
    }
    KnownTree tree = new KnownTree(schema, connection);
    knowsEverything = tree.isEverything(knowledge);
    treeSchema = knowsEverything ? schema : tree.schemaFor(knowledge);
  }

  /** Over the projection that grows with the log. The connection is closed with the view. */
  static View ofLive(Connection connection, String schema, Knowledge knowledge)
      throws SQLException {
    connection.setAutoCommit(false);
    return new View(connection, schema, knowledge, true);
  }

  /**
   * Over a projection that was gathered and has no sums. The connection is closed with the view.
   */
  public static View ofGathered(Connection connection, String schema, Knowledge knowledge)
      throws SQLException {
    connection.setAutoCommit(false);
    return new View(connection, schema, knowledge, false);
  }

  /** Makes something of the row on which the result stands. */
  public interface Reading<T> {
    /** Reads the columns and never moves on. */
    T of(ResultSet row) throws SQLException;
  }

  /** Whether the kept sums answer for what this view knows. */
  boolean hasSums() {
    return hasSums && knowsEverything();
  }

  /** When the view was opened, by the clock of {@link System#nanoTime}. */
  long openedAt() {
    return openedAt;
  }

  /** Whether all that was folded is taken to be on record. */
  boolean knowsEverything() {
    return knowsEverything;
  }

  /** What is taken to be on record. */
  public Knowledge knowledge() {
    return knowledge;
  }

  /**
   * All rows of a query. Arguments are texts, numbers, dates and UUIDs, a collection of texts
   * ({@code text[]}), or null.
   */
  public <T> List<T> list(String sql, Reading<T> reading, Object... arguments) {
    try (PreparedStatement select = connection.prepareStatement(write(sql))) {
      for (int i = 0; i < arguments.length; i++) {
        bind(select, i + 1, arguments[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(reading.of(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      if (CANCELLED.equals(e.getSQLState())) {
        throw new Problem(TOO_LARGE);
      }
      throw new IllegalStateException("the projection cannot be read", e);
    }
  }

  private void bind(PreparedStatement select, int at, Object argument) throws SQLException {
    if (argument instanceof Collection<?> texts) {
      Object[] values = texts.stream().map(String::valueOf).toArray();
      select.setArray(at, connection.createArrayOf("text", values));
    } else {
      select.setObject(at, argument);
    }
  }

  private String write(String sql) {
    return written.computeIfAbsent(sql, this::inWords);
  }

  private String inWords(String sql) {
    Matcher words = WORD.matcher(sql);
    StringBuilder text = new StringBuilder();
    while (words.find()) {
      String meaning = meaning(words.group(1), words.group(2));
      words.appendReplacement(text, Matcher.quoteReplacement(meaning));
    }
    return words.appendTail(text).toString();
  }

  private String meaning(String how, String word) {
    if ("known ".equals(how)) {
      return "(" + knowledge.condition(word) + ")";
    }
    boolean asKnown = how == null && OF_TREE.contains(word);
    return (asKnown ? treeSchema : schema) + "." + word;
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException("the view cannot be closed", e);
    }
  }
}
