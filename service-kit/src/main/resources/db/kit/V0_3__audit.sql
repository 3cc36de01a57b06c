-- Who did what to which record, when and from where. Nothing in it is ever changed or removed.
create table audit_log (
  seq            bigint       generated always as identity primary key,
  at             timestamptz  not null,
  who            varchar(255) not null,
  role           varchar(255) not null,
  action         varchar(60)  not null,
  record_type    varchar(60)  not null,
  record_id      varchar(255),
  from_ip        varchar(64),
  correlation_id varchar(64)
);
create index audit_log_record on audit_log (record_type, record_id, seq);
create index audit_log_who on audit_log (who, seq);

-- The chain over the log, in its order: each hash covers the record and the hash before it, under a
-- key that the database does not know. A changed, removed or inserted record breaks it.
create table audit_link (
  seq      bigint primary key,
  chain_no bigint not null unique,
  hash     bytea  not null
);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_log_append_only before update or delete or truncate on audit_log
  for each statement execute function audit_is_append_only();
create trigger audit_link_append_only before update or delete or truncate on audit_link
  for each statement execute function audit_is_append_only();
