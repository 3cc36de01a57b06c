-- Reports as they were sealed. Nothing here is changed any more: a correction is the next version.
create table report (
  id          uuid         primary key,
  template    varchar(60)  not null,
  area_code   varchar(12)  not null,
  period      varchar(7)   not null,
  version     int          not null check (version >= 1),
  as_of       date         not null,
  -- The template as it was, so that the same can be asked again when it is another.
  definition  bytea        not null,
  -- Canonical JSON (RFC 8785), and SHA-256 of its bytes.
  content     bytea        not null,
  digest      varchar(64)  not null,
  -- With what it was derived, beside the content, which may be found to be tampered with.
  positions       jsonb    not null,
  protected_below int      not null,
  sealed_at   timestamptz  not null,
  sealed_by   varchar(255) not null,
  -- Of a correction: in which figures it differs from the version before, and the events behind it.
  corrects    uuid         references report,
  differences jsonb        not null default '[]',
  causes      jsonb        not null default '[]',
  constraint report_once unique (template, area_code, period, version),
  check ((version = 1) = (corrects is null))
);
create index report_area on report (area_code, id);
create index report_corrects on report (corrects);

-- Who had which report derived again from the logs, and what came of it.
create table report_verification (
  id             uuid         primary key,
  report_id      uuid         not null references report,
  asked_by       varchar(255) not null,
  asked_at       timestamptz  not null,
  finished_at    timestamptz  not null,
  identical      boolean      not null,
  derived_digest varchar(64)  not null,
  differences    jsonb        not null
);
create index report_verification_report on report_verification (report_id, id);
