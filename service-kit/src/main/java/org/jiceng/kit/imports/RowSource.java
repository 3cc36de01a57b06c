package org.jiceng.kit.imports;

import java.io.Closeable;

/** The rows of a file one after the other, the header first; empty rows are passed over. */
interface RowSource extends Closeable {
  /** Steps to the next row; false at the end. */
  boolean next();

  /** The number of the current row in the file, from 1. */
  long number();

  /** The cells of the current row; only until the next step. */
  Cells cells();

  /** How much of the file is read, in percent. */
  int percent();
}
