package org.jiceng.events;

/** What kind of unit it is. */
public enum UnitKind {
  /** 非公有制企业. */
  NON_PUBLIC_ENTERPRISE,
  /** 个体户. */
  INDIVIDUAL_BUSINESS,
  /** 社会组织. */
  SOCIAL_ORGANIZATION
}
