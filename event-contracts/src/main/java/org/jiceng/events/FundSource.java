package org.jiceng.events;

/** Where the money for an activity or a site comes from. */
public enum FundSource {
  /** 党费. */
  PARTY_FEE,
  /** 财政拨款. */
  FISCAL,
  /** 集体经费. */
  COLLECTIVE,
  /** 捐赠. */
  DONATION,
  /** 其他. */
  OTHER
}
