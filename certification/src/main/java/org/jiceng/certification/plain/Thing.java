package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Something that counts on a day: what it is, whose it is (null: nobody's in the line), where it
 * lies (null: wherever its organisation does) and how much of it there is.
 */
record Thing(String what, UUID organization, String area, BigDecimal amount) {
  static Thing one(String what, UUID organization, String area) {
    return new Thing(what, organization, area, BigDecimal.ONE);
  }

  static Thing of(String what, UUID organization, String area, long amount) {
    return new Thing(what, organization, area, BigDecimal.valueOf(amount));
  }
}
