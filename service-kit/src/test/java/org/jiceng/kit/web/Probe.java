package org.jiceng.kit.web;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** The smallest resource on which the kit's promises can be tried. */
@Entity
public class Probe {
  @Id public UUID id;
  public String name;
  public int amount;
  @Version public long version;
}
