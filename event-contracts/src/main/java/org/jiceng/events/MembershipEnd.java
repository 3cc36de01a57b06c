package org.jiceng.events;

/** Why a membership ended. */
public enum MembershipEnd {
  /** 取消预备党员资格. */
  PROBATION_ENDED,
  /** 退党. */
  WITHDRAWN,
  /** 开除党籍. */
  EXPELLED,
  /** 死亡. */
  DECEASED,
  /** 转出. */
  TRANSFERRED_OUT,
  /** 录入错误. */
  ENTERED_IN_ERROR
}
