-- The first answer to a POST sent under an Idempotency-Key, kept in the transaction of its effect:
-- there is never an effect without its answer, nor an answer without its effect.
create table idempotency_key (
  caller      varchar(255) not null,
  key         varchar(255) not null,
  -- Keyed digest of method, path and body: tells a replay from another request, and nothing else.
  fingerprint bytea        not null,
  status      int          not null,
  headers     jsonb        not null,
  -- Encrypted, since answers may hold personal data.
  body        bytea,
  created_at  timestamptz  not null,
  primary key (caller, key)
);
create index idempotency_key_created on idempotency_key (created_at);
