package org.jiceng.kit.export;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A file that grows line by line. One that is not finished must not look whole. */
interface Lines {
  void add(ResultSet row) throws SQLException, IOException;

  void finish() throws IOException;
}
