package org.jiceng.kit.imports;

import java.math.BigDecimal;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** The cells of a row of a sheet; of a formula its last result counts. */
record XlsxCells(Row row, boolean from1904) implements Cells {
  /** A spreadsheet keeps fifteen digits of a number; the others of an ID number are lost. */
  private static final BigDecimal TOO_LONG = BigDecimal.TEN.pow(15);

  @Override
  public String text(int index) {
    Cell cell = cell(index);
    if (cell == null || cell.getValue() == null) {
      return cell == null || cell.getType() == CellType.EMPTY ? null : "?";
    }
    Object value = cell.getValue();
    return value instanceof BigDecimal number ? plain(number) : value.toString();
  }

  @Override
  public int size() {
    return row.getCellCount();
  }

  @Override
  public boolean isNumber(int index) {
    Cell cell = cell(index);
    return cell != null && cell.getValue() instanceof BigDecimal;
  }

  @Override
  public Optional<String> problem(int index) {
    Cell cell = cell(index);
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return Optional.empty();
    }
    if (cell.getType() == CellType.ERROR) {
      return Optional.of("cell-error");
    }
    if (cell.getType() == CellType.FORMULA && cell.getValue() == null) {
      return Optional.of("formula-without-value");
    }
    return cell.getValue() instanceof BigDecimal number && number.abs().compareTo(TOO_LONG) >= 0
        ? Optional.of("number-rounded")
        : Optional.empty();
  }

  private Cell cell(int index) {
    return index < 0 || index >= row.getCellCount() ? null : row.getCell(index);
  }

  private static String plain(BigDecimal number) {
    return number.scale() <= 0 && number.precision() <= 15
        ? number.toBigInteger().toString()
        : number.stripTrailingZeros().toPlainString();
  }
}
