package org.jiceng.activity.area;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** That an area lies within another from a date to another, for queries over entities. */
@Entity
@Immutable
@Table(name = "area_within")
public class AreaWithin implements Serializable {
  /** A condition on an entity's areaCode with the parameter {@code area}: it lies there today. */
  public static final String LIES_IN =
      "areaCode in (select w.areaCode from AreaWithin w where w.withinCode = :area and w.validTo is null)";

  private static final long serialVersionUID = 1L;

  @Id
  @Column(name = "within_code")
  String withinCode;

  @Id
  @Column(name = "area_code")
  String areaCode;

  @Id
  @Column(name = "valid_from")
  LocalDate validFrom;

  @Column(name = "valid_to")
  LocalDate validTo;

  protected AreaWithin() {}
}
