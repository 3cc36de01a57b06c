-- How far each handler has read each partition; moved in the transaction of the handler's effects,
-- so that a crash anywhere loses nothing and counts nothing twice.
create table inbox_position (
  handler       varchar(60) not null,
  topic         varchar(60) not null,
  partition_no  int         not null,
  next_offset   bigint      not null,
  last_sequence bigint      not null,
  read_at       timestamptz not null,
  primary key (handler, topic, partition_no)
);

-- Events that a handler could not take, and those of the same key behind them, in order.
create table inbox_parked (
  id           bigint generated always as identity primary key,
  handler      varchar(60)  not null,
  topic        varchar(60)  not null,
  partition_no int          not null,
  offset_no    bigint       not null,
  key          varchar(64)  not null,
  headers      jsonb        not null,
  value        bytea,
  reason       varchar(500) not null,
  parked_at    timestamptz  not null,
  resolved_at  timestamptz,
  unique (handler, topic, partition_no, offset_no)
);
create index inbox_parked_open on inbox_parked (handler, topic, key, offset_no) where resolved_at is null;
