-- Who wants the service's events sent to an address of theirs, and how far each has been served.
create table webhook (
  id                uuid          primary key,
  url               varchar(2000) not null,
  -- None: every type of the service.
  types             text[]        not null,
  -- Encrypted; it signs what is sent.
  secret            bytea         not null,
  state             varchar(10)   not null check (state in ('ACTIVE', 'PAUSED', 'CLOSED')),
  closed_on         date,
  closed_reason     varchar(20),
  created_by        varchar(255)  not null,
  created_at        timestamptz   not null,
  version           bigint        not null default 0,
  -- Every event up to here is delivered, among the dead letters, or of a type not asked for.
  position          bigint        not null,
  -- What befell the first event after it.
  attempts          int           not null default 0,
  next_attempt_at   timestamptz,
  last_failure      varchar(40),
  last_delivered_at timestamptz,
  check ((state = 'CLOSED') = (closed_on is not null))
);
create index webhook_active on webhook (id) where state = 'ACTIVE';

-- Events that a receiver did not take in all attempts, and those of the same key behind them.
create table webhook_dead_letter (
  webhook_id    uuid        not null references webhook,
  position      bigint      not null,
  partition_key varchar(64) not null,
  attempts      int         not null,
  failure       varchar(40) not null,
  dead_at       timestamptz not null,
  -- To be sent once more.
  due           boolean     not null default false,
  resolved_at   timestamptz,
  primary key (webhook_id, position)
);
create index webhook_dead_letter_open on webhook_dead_letter (webhook_id, partition_key, position)
  where resolved_at is null;
create index webhook_dead_letter_due on webhook_dead_letter (webhook_id, position) where due;
