-- A file that someone sent, and what became of it. The row outlives the file: its chunks are
-- deleted when the job is done.
create table import_job (
  id              uuid         primary key,
  kind            varchar(60)  not null,
  dry_run         boolean      not null,
  format          varchar(4)   not null check (format in ('CSV', 'XLSX')),
  charset         varchar(20)  not null,
  size            bigint       not null,
  digest          bytea        not null,
  idempotency_key varchar(255),
  subject         varchar(255) not null,
  roles           text[]       not null,
  -- The root of the sender's subtree when the file came; null for the whole district.
  scope_path      text,
  state           varchar(10)  not null check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'REJECTED', 'FAILED')),
  attempts        int          not null default 0,
  rows_read       bigint       not null default 0,
  rows_rejected   bigint       not null default 0,
  percent         int          not null default 0,
  failure         varchar(60),
  created_at      timestamptz  not null,
  started_at      timestamptz,
  finished_at     timestamptz
);
create index import_job_open on import_job (created_at, id) where state in ('QUEUED', 'RUNNING');
create index import_job_sender on import_job (subject, id desc);
-- One key of one sender is one job of a kind.
create unique index import_job_key on import_job (subject, kind, idempotency_key) where idempotency_key is not null;

create table import_chunk (
  job_id  uuid  not null references import_job (id),
  no      int   not null,
  content bytea not null,
  primary key (job_id, no)
);
-- Files are compressed already, or read once.
alter table import_chunk alter column content set storage external;

create table import_error (
  job_id      uuid         not null references import_job (id),
  no          int          not null,
  row_no      bigint       not null,
  column_name varchar(60),
  code        varchar(60)  not null,
  args        text[]       not null,
  primary key (job_id, no)
);
