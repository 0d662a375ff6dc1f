package openset.privacy;

/**
 * Where something was found.
 *
 * @param source the database, or the file
 * @param table table with its schema; empty of a file
 * @param column empty of a file
 * @param row primary key of the row, or the line of the file; never what was found
 */
public record Place(String source, String table, String column, String row) {
  /** A line of a file; 0 where the file has no lines. */
  static Place line(String file, long line) {
    return new Place(file, "", "", line == 0 ? "" : "line " + line);
  }

  /** For people. */
  public String words() {
    if (table.isEmpty()) return "file " + source + (row.isEmpty() ? "" : ", " + row);
    return "database " + source + ", table " + table + ", column " + column + ", row " + row;
  }
}
