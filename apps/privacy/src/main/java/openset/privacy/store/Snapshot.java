package openset.privacy.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A whole database at one instant, read and never written, while its owner goes on working. */
public final class Snapshot implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 200;

  private static final String TABLES =
      """
      select c.oid, format('%I.%I', n.nspname, c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm', 'f')
        and n.nspname not in ('pg_catalog', 'information_schema')
        and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp%'
      order by 2
      """;

  private static final String KEYS =
      """
      select i.indrelid, a.attname
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indisprimary
      """;

  private final Login login;
  private final Connection connection;

  private Snapshot(Login login, Connection connection) {
    this.login = login;
    this.connection = connection;
  }

  /** The database as it is now. */
  public static Snapshot of(Login login) throws Unreadable {
    try {
      return new Snapshot(login, login.connect());
    } catch (SQLException e) {
      throw new Unreadable(login, e);
    }
  }

  private record Table(long oid, String name) {}

  /** Reads every row of every table. */
  public void rows(Consumer<Row> reader) throws Unreadable {
    try {
      Map<Long, Set<String>> keys = keys();
      for (Table table : tables()) rows(table, keys.getOrDefault(table.oid(), Set.of()), reader);
    } catch (SQLException e) {
      throw new Unreadable(login, e);
    }
  }

  /**
   * The conversations in which somebody is asked and has not answered yet, in hexadecimal; empty
   * where the database has no conversations.
   *
   * @param applications whether registrations that a bank has not decided on count too
   */
  public Set<String> open(boolean applications) throws Unreadable {
    Set<String> open = new TreeSet<>();
    try {
      List<String> tables = tables().stream().map(Table::name).toList();
      if (!tables.contains("public.outbox")) return open;
      collect(
          "select encode(conversation, 'hex') from outbox where state = 'waiting'"
              + " and kind not like 'timer:%'",
          open);
      if (applications) {
        collect(
            "select encode(registration, 'hex') from registration"
                + " where standing not in ('certified', 'rejected')",
            open);
      }
      return open;
    } catch (SQLException e) {
      throw new Unreadable(login, e);
    }
  }

  private void collect(String query, Set<String> into) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) into.add(rows.getString(1));
    }
  }

  private List<Table> tables() throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) tables.add(new Table(rows.getLong(1), rows.getString(2)));
    }
    return tables;
  }

  private Map<Long, Set<String>> keys() throws SQLException {
    Map<Long, Set<String>> keys = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(KEYS)) {
      while (rows.next()) {
        keys.computeIfAbsent(rows.getLong(1), _ -> new TreeSet<>()).add(rows.getString(2));
      }
    }
    return keys;
  }

  private void rows(Table table, Set<String> key, Consumer<Row> reader) throws SQLException {
    String place = key.isEmpty() ? "ctid::text as \"row\", " : "";
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      // The name comes from the catalogue, quoted by the server.
      try (ResultSet rows = statement.executeQuery("select " + place + "* from " + table.name())) {
        while (rows.next()) reader.accept(row(table, key, rows));
      }
    }
  }

  private static Row row(Table table, Set<String> key, ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<Cell> cells = new ArrayList<>();
    List<String> place = new ArrayList<>();
    int first = key.isEmpty() ? 2 : 1;
    if (first == 2) place.add("ctid=" + rows.getString(1));
    for (int i = first; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnName(i);
      boolean binary = columns.getColumnTypeName(i).equals("bytea");
      byte[] octets = binary ? rows.getBytes(i) : text(rows.getString(i));
      if (octets == null) continue;
      cells.add(new Cell(name, isNumber(columns.getColumnType(i)), octets));
      if (key.contains(name)) {
        place.add(name + "=" + (binary ? HexFormat.of().formatHex(octets) : rows.getString(i)));
      }
    }
    return new Row(table.name(), String.join(", ", place), cells);
  }

  private static byte[] text(String text) {
    return text == null ? null : text.getBytes(UTF_8);
  }

  private static boolean isNumber(int type) {
    return type == Types.BIGINT || type == Types.INTEGER || type == Types.NUMERIC;
  }

  @Override
  public void close() throws Unreadable {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new Unreadable(login, e);
    }
  }
}
