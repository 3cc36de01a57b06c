package org.jiceng.activity.brand;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jiceng.activity.honour.Honour;
import org.jiceng.activity.honour.HonourKind;

/** A service brand that an organisation holds. */
@Entity
@Table(name = "brand")
@AttributeOverride(name = "id", column = @Column(name = "brand_id"))
@AttributeOverride(name = "since", column = @Column(name = "awarded_on"))
public class Brand extends Honour {
  @Override
  protected HonourKind kind() {
    return HonourKind.BRAND;
  }
}
