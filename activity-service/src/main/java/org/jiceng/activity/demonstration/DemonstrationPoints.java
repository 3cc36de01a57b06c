package org.jiceng.activity.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiceng.activity.honour.Honours;

/** The demonstration points there are. */
@ApplicationScoped
public class DemonstrationPoints extends Honours<DemonstrationPoint> {}
