package org.jiceng.events;

/** Where a transfer leads. */
public enum TransferDirection {
  /** 区内转接: both ends lie in the district. */
  WITHIN,
  /** 转出: from here to another district. */
  OUT,
  /** 转入: from another district to here. */
  IN
}
