package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Activities, attendances, duties and money. */
record LifeFigures(Asked asked, Map<String, BigDecimal> figures) {
  void tell() {
    figures.put("activities.held", asked.change("activity"));
    figures.put("activities.heldJointly", asked.change("joint activity"));
    figures.put("attendances.total", asked.change("attendance"));
    figures.put("attendances.hosted", asked.change("attendance hosted"));
    figures.put("attendances.ofMembers", asked.change("attendance of members"));
    figures.put("attendances.ofMembersAway", asked.change("attendance away"));
    figures.put(
        "attendances.participationRate",
        Asked.ratio(asked.change("attendance of expected"), asked.change("expected")));
    figures.put("cadence.due", asked.change("duty"));
    figures.put("cadence.kept", asked.change("duty kept"));
    figures.put("cadence.compliance", Asked.ratio(asked.change("duty kept"), asked.change("duty")));
    funds();
  }

  private void funds() {
    figures.put("funds.spent", asked.change("cost"));
    figures.put("funds.spent.partyFee", asked.change("cost PARTY_FEE"));
    figures.put("funds.spent.fiscal", asked.change("cost FISCAL"));
    figures.put("funds.spent.collective", asked.change("cost COLLECTIVE"));
    figures.put("funds.spent.donation", asked.change("cost DONATION"));
    figures.put("funds.spent.other", asked.change("cost OTHER"));
    BigDecimal ofActivities = asked.change("cost of activity");
    BigDecimal attendances = asked.change("attendance");
    figures.put("funds.spentOnActivities", ofActivities);
    figures.put(
        "funds.costPerAttendance",
        attendances.signum() == 0
            ? null
            : ofActivities.divide(attendances, 2, RoundingMode.HALF_UP));
  }
}
