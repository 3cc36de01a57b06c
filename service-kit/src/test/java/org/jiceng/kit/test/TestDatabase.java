package org.jiceng.kit.test;

/** A PostgreSQL 18 for the length of a test run. */
interface TestDatabase {
  String jdbcUrl();

  String user();

  String password();

  void stop();
}
