-- What rows bear in place of an ID number or a name is a random reference. Which value it stands for
-- is known here only, by keyed digests: one under each key of the blind index, so that another key
-- can take the place of the first while everything runs.
create table blind_reference (
  digest    bytea       primary key,
  key_id    varchar(60) not null,
  reference bytea       not null,
  unique (reference, key_id)
);

-- A rotation makes everything that is sealed under any key sealed under the current one.
create table key_rotation (
  id          uuid         primary key,
  state       varchar(10)  not null check (state in ('RUNNING', 'COMPLETED', 'SUPERSEDED')),
  cipher_key  varchar(60)  not null,
  index_key   varchar(60)  not null,
  started_by  varchar(255) not null,
  started_at  timestamptz  not null,
  finished_at timestamptz,
  check ((finished_at is null) = (state = 'RUNNING'))
);
-- The rule that one runs at a time.
create unique index key_rotation_one on key_rotation ((true)) where state = 'RUNNING';

-- How far it has come, by table; whoever works on a step holds its row.
create table key_rotation_step (
  rotation_id  uuid        not null references key_rotation,
  no           int         not null,
  -- A table, or a column of references.
  table_name   varchar(127) not null,
  -- The key of the last row of the present pass, column by column; null before its first.
  position     text[],
  rows_changed bigint      not null default 0,
  -- Rows that came under the current key in the present pass, and rows that no key opens.
  pass_changed bigint      not null default 0,
  rows_failed  bigint      not null default 0,
  finished_at  timestamptz,
  primary key (rotation_id, no)
);
