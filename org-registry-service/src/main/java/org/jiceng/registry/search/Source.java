package org.jiceng.registry.search;

/** A table to look into; its columns under the names that a hit has. */
record Source(Hit.Kind kind, String table, String code, String columns, String open) {
  static final Source ORGANIZATIONS =
      new Source(
          Hit.Kind.ORGANIZATION,
          "organization",
          "code",
          "id, code as key, name, type, sector, area_code, state",
          "true");
  static final Source UNITS =
      new Source(
          Hit.Kind.UNIT,
          "unit",
          "credit_code",
          "id, credit_code as key, name, kind as type, null as sector, area_code, null as state",
          "closed_on is null");

  String select() {
    return "select " + columns + " from " + table + " where " + open;
  }
}
