package org.jiceng.kit.security;

/** The roles that a token's {@code groups} claim may name. */
public final class Roles {
  public static final String DISTRICT_ADMIN = "district-admin";
  public static final String REGISTRAR = "registrar";
  public static final String SECRETARY = "secretary";
  public static final String SITE_MANAGER = "site-manager";
  public static final String MEMBER = "member";
  public static final String REPORTER = "reporter";
  public static final String AUDITOR = "auditor";
  public static final String SYSTEM = "system";

  private Roles() {}
}
