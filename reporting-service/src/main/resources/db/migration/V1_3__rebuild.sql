-- Rebuilds of the projection from the log, and what came of them.
create table rebuild (
  id          uuid        primary key,
  state       varchar(10) not null check (state in ('RUNNING', 'COMPLETED', 'DIFFERENT', 'FAILED')),
  events      bigint      not null default 0,
  differences jsonb       not null default '{}',
  failure     varchar(500),
  started_at  timestamptz not null,
  finished_at timestamptz
);
-- One at a time
create unique index rebuild_running on rebuild ((true)) where state = 'RUNNING';
