-- How often minutes were written: to write them anew changes the activity, and so its version.
alter table activity add column minutes_number int not null default 0;
update activity a set minutes_number = m.number
  from (select activity_id, max(number) as number from minutes group by activity_id) m
 where m.activity_id = a.activity_id;
