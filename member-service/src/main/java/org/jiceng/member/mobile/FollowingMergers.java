package org.jiceng.member.mobile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jiceng.kit.database.Database;
import org.jiceng.member.membership.MemberMerged;

/** Whoever is hosted is so by the record that is kept; who hosts them is another's to say. */
@ApplicationScoped
class FollowingMergers {
  private static final String FOLLOW =
      "update mobile_registration set member_id = ? where member_id = ?";

  private final Database database;

  FollowingMergers(Database database) {
    this.database = database;
  }

  void follow(@Observes MemberMerged merged) {
    database.change(FOLLOW, merged.keptId(), merged.duplicateId());
  }
}
