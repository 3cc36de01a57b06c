-- The counts last published for reconciliation, so that an unchanged count is not published again.
create table last_tally (
  single boolean primary key default true check (single),
  counts jsonb   not null
);
