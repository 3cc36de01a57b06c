-- Since when an activity is planned; no heir takes it over before. Null of one that was reported.
alter table activity add column planned_on date;
update activity set planned_on = held_on where state = 'PLANNED';
