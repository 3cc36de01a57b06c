package org.jiceng.events;

/** How an organisation was set up. */
public enum EstablishmentMode {
  /** 单独建. */
  INDEPENDENT,
  /** 依托建. */
  ATTACHED,
  /** 联合建. */
  JOINT,
  /** 连片建. */
  CONTIGUOUS,
  /** 网络建. */
  NETWORKED
}
