package org.jiceng.reporting.rebuild;

import org.jiceng.reporting.ledger.LedgerHandler;

/**
 * Where a rebuild takes place.
 *
 * @param live the schema that questions are answered from
 * @param next the schema that is built anew
 * @param handler whose positions say how far the live one has been folded
 */
record Stage(String live, String next, String handler) {
  static final Stage LEDGER = new Stage(LedgerHandler.LIVE, "projection_next", LedgerHandler.NAME);
}
