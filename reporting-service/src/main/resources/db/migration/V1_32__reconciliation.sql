-- What the services count by area is a tally of its own.
alter table projection.tally add column kind varchar(10) not null default 'DISTRICT';
alter table projection.tally drop constraint tally_pkey;
alter table projection.tally add primary key (topic, kind);

-- What came of setting the services' counts beside what was folded, on schedule.
create table reconciliation_run (
  -- The minute that it was due in: once, however many instances there are.
  due_at      timestamptz primary key,
  -- Whether all that the services had counted was folded: if not, a difference may be passing.
  certain     boolean     not null,
  -- By topic, how many counts differed.
  differences jsonb       not null,
  -- Each of them.
  lines       jsonb       not null
);
create index reconciliation_run_certain on reconciliation_run (due_at desc) where certain;
