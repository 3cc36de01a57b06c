-- Which events a tally is the count of. One that does not say it is set beside all before itself.
alter table projection.tally add column counted_on date;
alter table projection.tally add column counted_through bigint;
alter table projection.tally add column also_counted uuid[] not null default '{}';

update projection.tally t
   set counted_through = t.sequence,
       counted_on = coalesce((select e.effective_on from projection.event e
                               where e.topic = t.topic and e.sequence = t.sequence),
                             t.counted_at::date);

alter table projection.tally alter column counted_on set not null;
alter table projection.tally alter column counted_through set not null;

-- What was begun with the tables of before cannot be gone on with.
update rebuild set state = 'FAILED', failure = 'its tables were changed', finished_at = now()
 where state = 'RUNNING';
