-- Each pass of the self-check: the logs folded once more from their beginning, and compared.
create table self_check (
  id          uuid        primary key,
  state       varchar(10) not null
              check (state in ('RUNNING', 'EQUAL', 'DIFFERENT', 'ABANDONED', 'FAILED')),
  -- Of the tables and the version that it was begun under; under others it is begun anew.
  fingerprint varchar(100) not null,
  events      bigint      not null default 0,
  -- By topic and partition, the offset up to which (exclusive) both were compared.
  positions   jsonb       not null default '{}',
  digests     jsonb       not null default '{}',
  differences jsonb       not null default '{}',
  failure     varchar(500),
  started_at  timestamptz not null,
  finished_at timestamptz,
  check ((finished_at is null) = (state = 'RUNNING'))
);
-- One at a time
create unique index self_check_running on self_check ((true)) where state = 'RUNNING';
create index self_check_started on self_check (started_at desc, id desc);
