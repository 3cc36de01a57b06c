-- A change and its event commit together: the event waits here until the relay has published it,
-- and stays, as the service's change feed. The first columns are those of Debezium's event router.
create table outbox (
  id            uuid         primary key,
  aggregatetype varchar(20)  not null,
  aggregateid   varchar(64)  not null,
  type          varchar(120) not null,
  payload       jsonb        not null,
  partition_key varchar(64)  not null,
  recorded_at   timestamptz  not null,
  effective_on  date         not null,
  traceparent   varchar(64),
  -- Drawn before commit, while the aggregate is held: right within an aggregate, not across them.
  sequence      bigint       generated always as identity,
  -- Given by the relay after commit: dense, and never below one already handed out.
  position      bigint
);
create unique index outbox_position on outbox (position);
create index outbox_unplaced on outbox (sequence) where position is null;

create table outbox_relay (
  single    boolean primary key default true check (single),
  placed    bigint  not null default 0,
  published bigint  not null default 0
);
insert into outbox_relay default values;
