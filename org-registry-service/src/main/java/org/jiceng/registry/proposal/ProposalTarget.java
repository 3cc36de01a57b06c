package org.jiceng.registry.proposal;

/** What a change may be proposed to. */
public enum ProposalTarget {
  ORGANIZATION,
  UNIT,
  POST
}
