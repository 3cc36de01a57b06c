package org.jiceng.activity.demonstration;

import jakarta.inject.Singleton;
import org.jiceng.activity.honour.HonourDesk;
import org.jiceng.activity.honour.HonourOffice;

/** Where demonstration points are given, renewed and taken back. */
@Singleton
public class DemonstrationPointDesk extends HonourDesk<DemonstrationPoint> {
  DemonstrationPointDesk(DemonstrationPoints all, HonourOffice office) {
    super(all, DemonstrationPoint::new, office);
  }
}
