package org.jiceng.kit.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One JSON object a line, with every column. */
final class JsonLines implements Lines {
  private static final JsonFactory JSON = new JsonFactory();

  private final List<Columns.Place> columns;
  private final JsonGenerator json;

  JsonLines(List<Columns.Place> columns, OutputStream out) throws IOException {
    this.columns = columns;
    this.json = JSON.createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter(""));
  }

  @Override
  public void add(ResultSet row) throws SQLException, IOException {
    json.writeStartObject();
    for (Columns.Place column : columns) {
      json.writeFieldName(column.name());
      write(column.value(row));
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void write(Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString(value.toString());
    }
  }

  @Override
  public void finish() throws IOException {
    json.flush();
  }
}
