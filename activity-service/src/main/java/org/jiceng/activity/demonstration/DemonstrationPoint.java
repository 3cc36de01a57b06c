package org.jiceng.activity.demonstration;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jiceng.activity.honour.Honour;
import org.jiceng.activity.honour.HonourKind;

/** A demonstration point that an organisation holds. */
@Entity
@Table(name = "demonstration_point")
@AttributeOverride(name = "id", column = @Column(name = "demonstration_point_id"))
@AttributeOverride(name = "since", column = @Column(name = "designated_on"))
public class DemonstrationPoint extends Honour {
  @Override
  protected HonourKind kind() {
    return HonourKind.DEMONSTRATION_POINT;
  }
}
