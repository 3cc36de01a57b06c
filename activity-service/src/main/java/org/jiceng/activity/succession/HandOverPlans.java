package org.jiceng.activity.succession;

/** How an heir takes the place of an organisation among those that are to hold an activity. */
final class HandOverPlans {
  // Whoever leads stands among the holders too; the heir may stand there already and counts once.
  static final String SQL =
      """
      with due as (
        select t.activity_id as id, s.organization_id as former, s.heir_id,
               greatest(s.effective_on, t.planned_on) as handed_on
          from succession s
          join activity_holder h on h.organization_id = s.organization_id
          join activity t on t.activity_id = h.activity_id
         where s.reorganization_id = ?1 and s.heir_id is not null and t.state = 'PLANNED'
           and ?2 is not null
         order by t.activity_id limit ?3
           for no key update of t),
      holder as (
        update activity_holder h set organization_id = due.heir_id
          from due where h.activity_id = due.id and h.organization_id = due.former)
      update activity t
         set organization_id = coalesce(
               (select d.heir_id from due d where d.id = t.activity_id
                                              and d.former = t.organization_id),
               t.organization_id),
             version = t.version + 1
        from due where t.activity_id = due.id
      returning due.id, due.former, due.heir_id, due.handed_on""";

  static final String LEFT =
      """
      exists (select 1 from activity_holder h join activity t using (activity_id)
               where h.organization_id = s.organization_id and t.state = 'PLANNED')""";

  private HandOverPlans() {}
}
